package dev.baton.testing;

import dev.baton.inventory.InventoryDevice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A real FRRouting BGP daemon without a kernel to talk to, and an OpenSSH server that gives everybody its vtysh. Register it
 * as a static extension.
 */
public final class FrrRouter implements BeforeAllCallback, AfterAllCallback {

    private static final String BGPD = "/usr/lib/frr/bgpd";
    private static final String VTYSH = "/usr/bin/vtysh";

    private final List<String> lines;
    private final List<String> listening;
    private Path folder;
    private Daemon daemon;
    private OpenSshServer server;

    public FrrRouter() {
        this(
                List.of(
                        "router bgp 64512",
                        " neighbor 192.0.2.2 remote-as 64513",
                        " neighbor 192.0.2.2 password geheim"),
                List.of("-p", "0"));
    }

    /** One that talks to others, at an address and port of its own. */
    public FrrRouter(String address, int port, String... lines) {
        this(List.of(lines), List.of("-l", address, "-p", String.valueOf(port)));
    }

    private FrrRouter(List<String> lines, List<String> listening) {
        this.lines = lines;
        this.listening = listening;
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        Programs.require(BGPD, VTYSH);
        folder = Files.createTempDirectory("frr");
        Files.writeString(folder.resolve("vtysh.conf"), "service integrated-vtysh-config\n");
        List<String> written = new ArrayList<>(List.of("frr defaults traditional"));
        written.addAll(lines);
        written.add("end");
        Path configuration = Files.write(folder.resolve("frr.conf"), written);
        List<String> words = new ArrayList<>(List.of(BGPD, "-S", "-Z"));
        words.addAll(listening);
        words.addAll(List.of("-P", "0", "-f", configuration.toString()));
        words.addAll(List.of("-i", folder.resolve("bgpd.pid").toString(), "--vty_socket", folder.toString()));
        words.addAll(List.of("--log", "stdout", "--log-level", "info"));
        daemon = new Daemon(words, line -> line.contains("starting")).awaitReady();
        server = new OpenSshServer("ForceCommand " + VTYSH + " --vty_socket " + folder + " --config_dir " + folder);
        server.beforeAll(context);
    }

    public InventoryDevice device() {
        return Devices.ssh("frr", server.port(), server.credential(), server.pin());
    }

    /** The same under a name of its own. */
    public InventoryDevice device(String name) {
        return Devices.named(name, "127.0.0.1", "frr", server.port(), server.credential(), server.pin());
    }

    /** Changes it as a network engineer would, on its own shell. */
    public void configure(String... lines) {
        List<String> words =
                new ArrayList<>(List.of(VTYSH, "--vty_socket", folder.toString(), "--config_dir", folder.toString()));
        words.addAll(List.of("-c", "configure terminal"));
        for (String line : lines) {
            words.addAll(List.of("-c", line));
        }
        Programs.run(words.toArray(String[]::new));
    }

    /** What it shows on its own shell. */
    public String asked(String line) {
        return Programs.run(VTYSH, "--vty_socket", folder.toString(), "--config_dir", folder.toString(), "-c", line);
    }

    /** The configuration it would start with. */
    public String startupConfiguration() throws IOException {
        return Files.readString(folder.resolve("frr.conf"));
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        if (server != null) {
            server.afterAll(context);
        }
        if (daemon != null) {
            daemon.close();
        }
        if (folder != null) {
            OpenSshServer.delete(folder);
        }
    }
}
