package dev.baton.process;

import dev.baton.inventory.InventoryDevice;
import dev.baton.testing.Devices;
import dev.baton.testing.OpenSshServer;
import dev.baton.testing.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * A host with OpenSSH and an nginx that serves TLS. It is this machine, so commands find its nginx, and a systemctl that reloads
 * it, before those of the machine; the latter does nothing while the host is deaf.
 */
final class TlsHost {

    static final String NGINX = "/usr/sbin/nginx";

    private final Path home;
    private final int port = Programs.freePort();
    private final OpenSshServer server;

    TlsHost(Path home) {
        this.home = home;
        this.server = new OpenSshServer(
                "ForceCommand PATH=" + home.resolve("bin") + ":$PATH exec /bin/sh -c \"$SSH_ORIGINAL_COMMAND\"");
    }

    void start() throws Exception {
        server.beforeAll(null);
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(
                configuration(),
                String.join(
                        "\n",
                        "user " + System.getProperty("user.name") + ";",
                        "pid " + home.resolve("nginx.pid") + ";",
                        "worker_processes 1;",
                        "events {}",
                        "http {",
                        "  access_log off;",
                        "  client_body_temp_path t1; proxy_temp_path t2; fastcgi_temp_path t3;",
                        "  uwsgi_temp_path t4; scgi_temp_path t5;",
                        "  server {",
                        "    listen 127.0.0.1:" + port + " ssl;",
                        "    ssl_certificate " + certificate() + ";",
                        "    ssl_certificate_key " + key() + ";",
                        "    root " + home + ";",
                        "  }",
                        "}",
                        ""));
        String nginx = NGINX + " -e " + home.resolve("error.log") + " -p " + home + "/";
        program("nginx", "exec " + nginx + " \"$@\"");
        program(
                "systemctl",
                "[ \"$1 $2\" = 'reload nginx.service' ] || exit 5",
                "[ -e " + home.resolve("deaf") + " ] || exec " + nginx + " -c " + configuration() + " -s reload");
        Programs.run(home.resolve("bin/nginx").toString(), "-c", configuration().toString());
    }

    private void program(String name, String... lines) throws IOException {
        Path file =
                Files.writeString(home.resolve("bin").resolve(name), "#!/bin/sh\n" + String.join("\n", lines) + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** From now on, or no more, reloads come to nothing. */
    void deaf(boolean deaf) throws IOException {
        if (deaf) {
            Files.createFile(home.resolve("deaf"));
        } else {
            Files.delete(home.resolve("deaf"));
        }
    }

    InventoryDevice device() {
        return Devices.named("web1", "127.0.0.1", "linux", server.port(), server.credential(), server.pin());
    }

    Path configuration() {
        return home.resolve("nginx.conf");
    }

    Path certificate() {
        return home.resolve("site.crt");
    }

    Path key() {
        return home.resolve("site.key");
    }

    int port() {
        return port;
    }

    void stop() throws IOException {
        if (Files.exists(home.resolve("nginx.pid"))) {
            Programs.run(
                    home.resolve("bin/nginx").toString(), "-c", configuration().toString(), "-s", "stop");
        }
        server.afterAll(null);
    }
}
