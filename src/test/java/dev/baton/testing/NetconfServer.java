package dev.baton.testing;

import dev.baton.inventory.InventoryDevice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A real NETCONF server (Yuma's netconfd) with the module ietf-system, behind an OpenSSH server. Register it as a static extension. */
public final class NetconfServer implements BeforeAllCallback, AfterAllCallback {

    private static final String NETCONFD = "/usr/sbin/netconfd";
    private static final String SUBSYSTEM = "/usr/sbin/netconf-subsystem";

    private final String protocols;
    private Path folder;
    private Daemon daemon;
    private OpenSshServer server;

    /** @param protocols {@code netconf1.0}, {@code netconf1.1} */
    public NetconfServer(String protocols) {
        this.protocols = protocols;
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        Programs.require(NETCONFD, SUBSYSTEM);
        folder = Files.createTempDirectory("netconf");
        Path socket = folder.resolve("server.sock");
        server = new OpenSshServer("Subsystem netconf " + SUBSYSTEM + " --ncxserver-sockname={port}@" + socket);
        server.beforeAll(context);
        daemon = new Daemon(
                        // Its own session: it ends with a signal to its whole group. Its own folder: it keeps backups
                        // there.
                        List.of(
                                "/usr/bin/env",
                                "--chdir=" + folder,
                                "/usr/bin/setsid",
                                "--wait",
                                NETCONFD,
                                "--no-startup",
                                "--home=" + folder,
                                "--superuser=" + System.getProperty("user.name"),
                                "--module=ietf-system",
                                "--protocols=" + protocols,
                                "--port=" + server.port(),
                                "--ncxserver-sockname=" + socket),
                        line -> line.contains("Running netconfd server"))
                .awaitReady();
    }

    /** It listens for NETCONF where it listens for everything else. */
    public InventoryDevice device() {
        return Devices.ssh("juniper_junos", server.port(), server.credential(), server.pin());
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
