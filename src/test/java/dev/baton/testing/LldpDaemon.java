package dev.baton.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A real lldpd on one interface, which tells a net-snmp agent over AgentX what it hears. Register it after that agent. */
public final class LldpDaemon implements BeforeAllCallback, AfterAllCallback {

    private static final String LLDPD = "/usr/sbin/lldpd";

    private final String system;
    private final Supplier<String> port;
    private final @Nullable NetworkNamespace home;
    private final NetSnmpAgent agent;
    private @Nullable Path folder;
    private @Nullable Daemon daemon;

    /** @param system the name that it gives itself */
    public LldpDaemon(String system, Supplier<String> port, @Nullable NetworkNamespace home, NetSnmpAgent agent) {
        this.system = system;
        this.port = port;
        this.home = home;
        this.agent = agent;
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException, InterruptedException {
        Programs.require(LLDPD);
        // Its client, which configures it, has fewer rights than this account.
        folder = Files.createTempDirectory("lldpd");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        Path configuration = folder.resolve("lldpd.conf");
        Files.write(
                configuration,
                List.of(
                        "configure system hostname " + system,
                        "configure system interface pattern " + port.get(),
                        "configure lldp portidsubtype ifname",
                        "configure lldp tx-interval 1"));
        List<String> words = new ArrayList<>(List.of(LLDPD, "-d", "-x", "-X", agent.agentx()));
        words.addAll(List.of("-u", folder.resolve("lldpd.socket").toString(), "-O", configuration.toString()));
        daemon = new Daemon(
                        home == null ? words : home.within(words), line -> line.contains("should resume operations"))
                .awaitReady();
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        if (daemon != null) {
            daemon.close();
        }
        if (folder != null) {
            OpenSshServer.delete(folder);
        }
    }
}
