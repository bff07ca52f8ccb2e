package dev.baton.testing;

import dev.baton.inventory.HostTrust;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A real OpenSSH server that lets in a real account by its password, which the account may change by sudo and chpasswd. Account and
 * password are in a layer over /etc that only this server and its children see.
 */
public final class PasswordHost implements BeforeAllCallback, AfterAllCallback {

    public static final String USER = "rotates";
    public static final String FIRST_PASSWORD = "first-password-of-a-test";

    private static final String UNSHARE = "/usr/bin/unshare";
    private static final String SSHD = "/usr/sbin/sshd";
    private static final String KEYGEN = "/usr/bin/ssh-keygen";

    private static final String BEGIN = """
            set -e
            mount -t tmpfs none "$1/layer"
            mkdir "$1/layer/upper" "$1/layer/work"
            mount -t overlay overlay -o "lowerdir=/etc,upperdir=$1/layer/upper,workdir=$1/layer/work" /etc
            useradd -M -d /tmp -s /bin/sh "$2"
            printf '%s:%s\\n' "$2" "$3" | chpasswd
            printf '%s ALL=(root) NOPASSWD: /usr/sbin/chpasswd\\n' "$2" > /etc/sudoers.d/baton-test
            chmod 440 /etc/sudoers.d/baton-test
            exec /usr/sbin/sshd -D -e -f "$1/sshd_config"
            """;

    private Path folder;
    private int port;
    private Daemon daemon;

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        Programs.require(UNSHARE, SSHD, KEYGEN, "/usr/sbin/useradd", "/usr/sbin/chpasswd", "/usr/bin/sudo");
        requireLayers();
        folder = Files.createTempDirectory("password-host");
        Files.createDirectory(folder.resolve("layer"));
        Files.createDirectories(Path.of("/run/sshd"));
        Programs.run(KEYGEN, "-q", "-t", "ed25519", "-N", "", "-f", path("host"));
        port = Programs.freePort();
        Files.write(
                folder.resolve("sshd_config"),
                List.of(
                        "Port " + port,
                        "ListenAddress 127.0.0.1",
                        "HostKey " + path("host"),
                        "PidFile none",
                        "StrictModes no",
                        "UsePAM no",
                        "PasswordAuthentication yes",
                        "KbdInteractiveAuthentication no",
                        "PrintMotd no"));
        daemon = new Daemon(
                        List.of(
                                UNSHARE,
                                "-m",
                                "--propagation",
                                "private",
                                "sh",
                                "-c",
                                BEGIN,
                                "sh",
                                folder.toString(),
                                USER,
                                FIRST_PASSWORD),
                        line -> line.contains("Server listening on"))
                .awaitReady();
    }

    /** Without them the test could only change passwords of this machine. */
    private static void requireLayers() {
        String probe = "mount -t tmpfs none /mnt && mkdir /mnt/u /mnt/w"
                + " && mount -t overlay overlay -o lowerdir=/etc,upperdir=/mnt/u,workdir=/mnt/w /etc && echo layered || true";
        String seen =
                Programs.run("/bin/sh", "-c", UNSHARE + " -m --propagation private sh -c '" + probe + "' 2>&1 || true");
        if (!seen.contains("layered")) {
            String reason = "no layer over /etc can be mounted here: " + seen.strip();
            if (System.getenv("CI") != null) {
                Assertions.fail(reason + ", and CI must run every test");
            }
            System.err.println("Skipped: " + reason);
            Assumptions.abort(reason);
        }
    }

    /** What it wrote so far about its connections. */
    public String log() {
        return daemon.output();
    }

    public int port() {
        return port;
    }

    public HostTrust.Pin pin() {
        return new HostTrust.Pin(Programs.run(KEYGEN, "-l", "-E", "sha256", "-f", path("host.pub"))
                .split(" ")[1]);
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        if (daemon != null) {
            daemon.close();
        }
        if (folder != null) {
            OpenSshServer.delete(folder);
        }
    }
}
