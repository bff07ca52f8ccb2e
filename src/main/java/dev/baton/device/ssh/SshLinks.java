package dev.baton.device.ssh;

import dev.baton.action.Answer;
import dev.baton.action.Channel;
import dev.baton.action.Command;
import dev.baton.device.DeviceLink;
import dev.baton.device.Progress;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The way to one device over SSH: one connection that lasts, and beside it, for each command that wants to be apart, another one, so
 * that a change under way can be looked at from outside.
 */
final class SshLinks implements DeviceLink {

    private final Supplier<SshLink> more;
    private final SshLink lasting;
    private volatile boolean aborted;
    private volatile @Nullable SshLink apart;

    SshLinks(Supplier<SshLink> more) {
        this.more = more;
        lasting = more.get();
    }

    @Override
    public void connect(Command command) {
        if (isApart(command)) {
            apart().connect(own(command));
        } else {
            lasting.connect(command);
        }
    }

    @Override
    public boolean connected(Command command) {
        if (!isApart(command)) {
            return lasting.connected(command);
        }
        SshLink other = apart;
        return other != null && other.connected(own(command));
    }

    @Override
    public Answer send(Command command) {
        if (!isApart(command)) {
            return lasting.send(command);
        }
        try (SshLink other = apart()) {
            return other.send(own(command));
        } finally {
            apart = null;
        }
    }

    private static boolean isApart(Command command) {
        return command.channel() == Channel.CLI_APART || command.channel() == Channel.NETCONF_APART;
    }

    private static Command own(Command command) {
        Channel own = command.channel() == Channel.CLI_APART ? Channel.CLI : Channel.NETCONF;
        return new Command(own, command.text(), command.changes(), command.timeout());
    }

    private SshLink apart() {
        SshLink other = apart;
        if (other == null) {
            other = more.get();
            apart = other;
        }
        if (aborted) {
            other.abort();
        }
        return other;
    }

    @Override
    public void report(Progress progress) {
        lasting.report(progress);
    }

    @Override
    public void abort() {
        aborted = true;
        lasting.abort();
        SshLink other = apart;
        if (other != null) {
            other.abort();
        }
    }

    @Override
    public boolean rest() {
        return lasting.rest();
    }

    @Override
    public void close() {
        SshLink other = apart;
        apart = null;
        if (other != null) {
            other.close();
        }
        lasting.close();
    }
}
