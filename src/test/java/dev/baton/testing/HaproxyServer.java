package dev.baton.testing;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** A real haproxy with one backend {@code web}; it never tries a request twice, so a client sees every fault. */
public final class HaproxyServer implements AutoCloseable {

    private static final String HAPROXY = "/usr/sbin/haproxy";
    private static final String SOCAT = "/usr/bin/socat";

    private final Path folder;
    private final int port = Programs.freePort();
    private final Daemon daemon;

    /** @param servers their addresses with port, by name */
    public HaproxyServer(Path folder, Map<String, String> servers) throws IOException {
        this.folder = folder;
        List<String> lines = new ArrayList<>(List.of(
                "global",
                "  stats socket " + socket() + " mode 600 level admin",
                "defaults",
                "  mode http",
                "  retries 0",
                "  timeout connect 5s",
                "  timeout client 30s",
                "  timeout server 30s",
                "frontend front",
                "  bind 127.0.0.1:" + port,
                "  default_backend web",
                "backend web",
                "  option httpchk GET /health",
                "  default-server inter 100ms rise 2 fall 2"));
        servers.forEach((name, address) -> lines.add("  server " + name + " " + address + " check"));
        Path file = Files.write(folder.resolve("haproxy.cfg"), lines);
        daemon = new Daemon(List.of(HAPROXY, "-db", "-f", file.toString()), line -> false);
        Awaitility.await("haproxy").atMost(20, TimeUnit.SECONDS).until(this::listens);
    }

    public static void requirePrograms() {
        Programs.require(HAPROXY, SOCAT);
    }

    public String socket() {
        return folder.resolve("admin.sock").toString();
    }

    public String address() {
        return "http://127.0.0.1:" + port;
    }

    /** What its runtime socket answers. */
    public String asked(String words) {
        return Programs.run("/bin/sh", "-c", "echo '" + words + "' | " + SOCAT + " - UNIX-CONNECT:" + socket());
    }

    private boolean listens() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 1_000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        daemon.close();
    }
}
