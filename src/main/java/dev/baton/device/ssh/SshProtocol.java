package dev.baton.device.ssh;

import dev.baton.action.Channel;
import dev.baton.action.Command;
import dev.baton.action.Problem;
import dev.baton.device.Deadlines;
import dev.baton.device.DeviceLink;
import dev.baton.device.DeviceSettings;
import dev.baton.device.Protocol;
import dev.baton.device.cli.ServerLogin;
import dev.baton.device.platform.Platform;
import dev.baton.device.platform.Platforms;
import dev.baton.device.trust.HostTrusts;
import dev.baton.inventory.InventoryDevice;
import dev.baton.secret.Secrets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import net.schmizz.keepalive.KeepAlive;
import net.schmizz.sshj.Config;
import net.schmizz.sshj.connection.ConnectionImpl;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** SSH: commands, interactive CLIs and files, over one connection per link, which the steps of a run hand on. */
@Component
class SshProtocol implements Protocol, AutoCloseable {

    private final DeviceSettings settings;
    private final Deadlines deadlines;
    private final Platforms platforms;
    private final HostTrusts trusts;
    private final FileServers fileServers;
    private final Config config;
    private final Config legacyConfig;
    private final SshLogin login;
    private final ExecutorService readers = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "ssh-reader");
        thread.setDaemon(true);
        return thread;
    });

    SshProtocol(
            DeviceSettings settings,
            Deadlines deadlines,
            Secrets secrets,
            Platforms platforms,
            HostTrusts trusts,
            FileServers fileServers) {
        this.fileServers = fileServers;
        this.trusts = trusts;
        this.platforms = platforms;
        this.settings = settings;
        this.deadlines = deadlines;
        // Built once: making one tries every cipher.
        Function<ConnectionImpl, KeepAlive> probes = connection -> new SharedKeepAlive(connection, deadlines, readers);
        config = new ModernConfig(probes);
        legacyConfig = new LegacyConfig(probes);
        login = new SshLogin(config, secrets);
    }

    @Override
    public Set<Channel> channels() {
        return Set.of(
                Channel.EXEC,
                Channel.SECRET_INPUT,
                Channel.LOGIN,
                Channel.CLI,
                Channel.CLI_APART,
                Channel.SFTP_READ,
                Channel.SFTP_FETCH,
                Channel.SFTP_COMPARE,
                Channel.SFTP_WRITE);
    }

    @Override
    public DeviceLink open(InventoryDevice device) {
        if (device.ssh() == null) {
            throw Problem.UNSUPPORTED.because(device.name() + ": the inventory gives it no ssh access");
        }
        return new SshLinks(device, this::link);
    }

    private SshLink link(InventoryDevice device) {
        return new SshLink(device, Objects.requireNonNull(device.ssh()), this);
    }

    /** What a device is told of the file server that a command names; null where it names none. */
    @Nullable
    ServerLogin serverLogin(Command command) {
        return fileServers.login(command);
    }

    /** @param before the connection of the hop before it; null where there is none */
    SshConnection connection(Hop hop, @Nullable SshConnection before) {
        return new SshConnection(hop, before, settings, deadlines, legacy(hop) ? legacyConfig : config);
    }

    private static boolean legacy(Hop hop) {
        LocalDate until = hop.access().legacyUntil();
        return until != null && !LocalDate.now(ZoneOffset.UTC).isAfter(until);
    }

    DeviceSettings settings() {
        return settings;
    }

    Platform platform(InventoryDevice device) {
        return platforms.of(device.device().platform());
    }

    HostTrusts trusts() {
        return trusts;
    }

    Deadlines deadlines() {
        return deadlines;
    }

    SshLogin login() {
        return login;
    }

    ExecutorService readers() {
        return readers;
    }

    @Override
    public void close() {
        readers.shutdownNow();
    }
}
