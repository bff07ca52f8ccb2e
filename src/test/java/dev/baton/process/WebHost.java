package dev.baton.process;

import dev.baton.inventory.InventoryDevice;
import dev.baton.testing.Devices;
import dev.baton.testing.OpenSshServer;
import dev.baton.testing.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A host with OpenSSH and nginx at an address of its own. All hosts are this machine: every command of a session begins in the
 * host's own folder, so {@code /proc/self/cwd/shop} is another place on each.
 */
final class WebHost {

    static final String FOLDER = "/proc/self/cwd/shop";
    static final String NGINX = "/usr/sbin/nginx";

    private final String name;
    private final String address;
    private final Path home;
    private final OpenSshServer server;

    WebHost(String name, String address, Path home) {
        this.name = name;
        this.address = address;
        this.home = home;
        this.server = new OpenSshServer(
                "ListenAddress " + address,
                "ForceCommand cd " + home + " && exec /bin/sh -c \"$SSH_ORIGINAL_COMMAND\"");
    }

    void start(int port, Path artefact) throws Exception {
        server.beforeAll(null);
        Files.createDirectories(home.resolve("shop/releases/1.0"));
        Files.createDirectories(home.resolve("nginx"));
        Files.write(
                home.resolve("nginx/nginx.conf"),
                List.of(
                        "user " + System.getProperty("user.name") + ";",
                        "pid nginx.pid;",
                        "worker_processes 1;",
                        "events {}",
                        "http {",
                        "  access_log off;",
                        "  client_body_temp_path t1; proxy_temp_path t2; fastcgi_temp_path t3;",
                        "  uwsgi_temp_path t4; scgi_temp_path t5;",
                        "  server {",
                        "    listen " + address + ":" + port + ";",
                        "    root " + home + "/shop/current/html;",
                        "  }",
                        "}"));
        Programs.run("/bin/tar", "-xf", artefact.toString(), "-C", home.resolve("shop/releases/1.0") + "");
        Files.createSymbolicLink(home.resolve("shop/current"), Path.of("releases/1.0"));
        Programs.run("/bin/sh", "-c", "cd " + home + " && shop/current/bin/activate");
    }

    InventoryDevice device() {
        return Devices.named(name, address, "linux", server.port(), server.credential(), server.pin());
    }

    String address() {
        return address;
    }

    String current() throws IOException {
        return Files.readSymbolicLink(home.resolve("shop/current")).toString();
    }

    void stop() throws IOException {
        if (Files.exists(home.resolve("nginx/nginx.pid"))) {
            Programs.run(NGINX, "-e", "error.log", "-p", home.resolve("nginx") + "/", "-c", "nginx.conf", "-s", "stop");
        }
        server.afterAll(null);
    }
}
