package dev.baton.device.ssh;

import dev.baton.action.Answer;
import dev.baton.action.Channel;
import dev.baton.action.Command;
import dev.baton.device.DeviceLink;
import dev.baton.device.Progress;
import dev.baton.inventory.InventoryDevice;
import dev.baton.secret.SecretReference.Which;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The way to one device over SSH: one connection that lasts, and beside it, for each command that wants to be apart, another one, so
 * that a change under way can be looked at from outside.
 */
final class SshLinks implements DeviceLink {

    private final InventoryDevice device;
    private final Function<InventoryDevice, SshLink> more;
    private final SshLink lasting;
    private volatile boolean aborted;
    private volatile @Nullable SshLink apart;

    SshLinks(InventoryDevice device, Function<InventoryDevice, SshLink> more) {
        this.device = device;
        this.more = more;
        lasting = more.apply(device);
    }

    @Override
    public void connect(Command command) {
        if (isApart(command)) {
            apart(device).connect(own(command));
        } else if (command.channel() != Channel.LOGIN) {
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
        if (command.channel() == Channel.LOGIN) {
            return signIn(command);
        }
        if (!isApart(command)) {
            return lasting.send(command);
        }
        try (SshLink other = apart(device)) {
            return other.send(own(command));
        } finally {
            apart = null;
        }
    }

    /** With another secret than the one that the lasting connection signs in with. */
    private Answer signIn(Command command) {
        InventoryDevice other =
                device.signingInWith(Which.valueOf(command.text().toUpperCase(Locale.ROOT)));
        try (SshLink fresh = apart(other)) {
            return SignIn.over(fresh, command);
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

    private SshLink apart(InventoryDevice as) {
        SshLink other = apart;
        if (other == null) {
            other = more.apply(as);
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
