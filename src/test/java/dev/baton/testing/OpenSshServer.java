package dev.baton.testing;

import dev.baton.inventory.Credential;
import dev.baton.inventory.HostTrust;
import dev.baton.secret.SecretReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A real OpenSSH server on a free loopback port: it lets in the user who runs the tests, with a key made for it. Register
 * it as a static extension; everything it made is gone after the class.
 */
public final class OpenSshServer implements BeforeAllCallback, AfterAllCallback {

    private static final String SSHD = "/usr/sbin/sshd";
    private static final String KEYGEN = "/usr/bin/ssh-keygen";
    public static final String PASSPHRASE = "a phrase for tests";

    private final List<String> settings = new ArrayList<>();
    private String sftp = "Subsystem sftp internal-sftp";
    private Path folder;
    private int port;
    private int certified;
    private Daemon daemon;

    /**
     * @param settings more lines for its configuration, e.g. {@code ForceCommand /usr/bin/vtysh}; {@code {port}} stands for
     *     its port
     */
    public OpenSshServer(String... settings) {
        this.settings.addAll(List.of(settings));
    }

    /** @param line says what SFTP it has, e.g. {@code Subsystem sftp internal-sftp -R}; a comment for none */
    public static OpenSshServer withSftp(String line) {
        OpenSshServer server = new OpenSshServer();
        server.sftp = line;
        return server;
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        Programs.require(SSHD, KEYGEN);
        folder = Files.createTempDirectory("sshd");
        port = Programs.freePort();
        for (String type : List.of("ed25519", "ecdsa", "rsa")) {
            key("host_" + type, type, "");
        }
        key("user", "ed25519", "");
        key("locked", "ed25519", PASSPHRASE);
        key("authority", "ed25519", "");
        for (String type : List.of("ed25519", "rsa")) {
            certify("host_" + type, "127.0.0.1", "-5m:+1h", "-h");
        }
        Files.writeString(
                folder.resolve("authorized_keys"),
                Files.readString(folder.resolve("user.pub")) + Files.readString(folder.resolve("locked.pub")));
        start();
    }

    private void start() throws Exception {
        Path privileges = Path.of("/run/sshd");
        if (Files.isWritable(Path.of("/run"))) {
            Files.createDirectories(privileges);
        }
        List<String> lines = new ArrayList<>(List.of(
                "Port " + port,
                "HostKey " + path("host_ed25519"),
                "HostKey " + path("host_ecdsa"),
                "HostKey " + path("host_rsa"),
                "PidFile none",
                "AuthorizedKeysFile " + path("authorized_keys"),
                "TrustedUserCAKeys " + path("authority.pub"),
                "StrictModes no",
                "UsePAM no",
                "PasswordAuthentication no",
                "KbdInteractiveAuthentication no",
                "PermitRootLogin prohibit-password",
                "MaxStartups 200",
                "MaxSessions 50",
                "PrintMotd no",
                // bash takes a shell of the second level for one that has read its start file
                "SetEnv SHLVL=2",
                sftp));
        settings.forEach(line -> lines.add(line.replace("{port}", String.valueOf(port))));
        if (settings.stream().noneMatch(line -> line.startsWith("ListenAddress"))) {
            lines.add("ListenAddress 127.0.0.1");
        }
        Path file = Files.write(folder.resolve("sshd_config"), lines);
        daemon = new Daemon(
                        List.of(SSHD, "-D", "-e", "-f", file.toString()), line -> line.contains("Server listening on"))
                .awaitReady();
    }

    /** Ends it, as a host whose sshd has died. */
    public void stop() {
        daemon.close();
    }

    /** Starts it again with more settings. */
    public void restartWith(String... moreSettings) throws Exception {
        daemon.close();
        settings.addAll(0, Arrays.asList(moreSettings));
        start();
    }

    /** Gives it new host keys, as a reinstallation does, and starts it again. */
    public void changeHostKeys() throws Exception {
        daemon.close();
        for (String type : List.of("ed25519", "ecdsa", "rsa")) {
            Files.delete(folder.resolve("host_" + type));
            key("host_" + type, type, "");
        }
        start();
    }

    private void key(String name, String type, String passphrase) {
        Programs.run(KEYGEN, "-q", "-t", type, "-N", passphrase, "-C", name, "-f", path(name));
    }

    private void certify(String key, String principal, String validity, String... more) {
        List<String> words = new ArrayList<>(List.of(KEYGEN, "-q", "-s", path("authority"), "-I", key));
        words.addAll(List.of(more));
        words.addAll(List.of("-n", principal, "-V", validity, path(key + ".pub")));
        Programs.run(words.toArray(String[]::new));
    }

    /**
     * A credential with a fresh key that only its certificate lets in.
     *
     * @param type of the key: {@code ed25519}, {@code ecdsa}, {@code rsa}
     * @param validity as {@code ssh-keygen -V} takes it
     */
    public Credential.SshKey certifiedCredential(String type, String principal, String validity) {
        String name = "certified_" + ++certified;
        key(name, type, "");
        certify(name, principal, validity);
        return new Credential.SshKey(
                name,
                System.getProperty("user.name"),
                new SecretReference("file:" + path(name)),
                null,
                new SecretReference("file:" + path(name + "-cert.pub")),
                null);
    }

    /** What it wrote so far about its connections. */
    public String log() {
        return daemon.output();
    }

    /** Whether any connection is open, or not yet cleared away. */
    public boolean busy() {
        return daemon.children() > 0;
    }

    /** Kills every connection, without a word to its client. */
    public void dropConnections() {
        daemon.killChildren();
    }

    /** Stops the processes of every connection where they are, as a host does that hangs. */
    public void freezeConnections() {
        daemon.freezeChildren();
    }

    public int port() {
        return port;
    }

    public Path folder() {
        return folder;
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    /**
     * The path of a host certificate, for {@code HostCertificate}; its authority is {@link #authority()}.
     *
     * @param type of the key: {@code ed25519}, {@code rsa}
     */
    public String hostCertificate(String type) {
        return path("host_" + type + "-cert.pub");
    }

    public Credential credential() {
        return new Credential.SshKey(
                "test-key", System.getProperty("user.name"), new SecretReference("file:" + path("user")), null, null);
    }

    /** A credential whose private key needs a passphrase, which is in the given file or missing. */
    public Credential lockedCredential(String passphrase) throws IOException {
        Path file = Files.writeString(folder.resolve("passphrase"), passphrase + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return new Credential.SshKey(
                "locked-key",
                System.getProperty("user.name"),
                new SecretReference("file:" + path("locked")),
                new SecretReference("file:" + file),
                null);
    }

    public HostTrust.Pin pin() {
        return pin("host_ed25519");
    }

    /** The pin of one of its keys: {@code host_ed25519}, {@code host_ecdsa}, {@code host_rsa}. */
    public HostTrust.Pin pin(String key) {
        return new HostTrust.Pin(Programs.run(KEYGEN, "-l", "-E", "sha256", "-f", path(key + ".pub"))
                .split(" ")[1]);
    }

    public HostTrust.Authority authority() {
        return new HostTrust.Authority(Path.of(path("authority.pub")));
    }

    /** A known_hosts file with one of its keys. */
    public HostTrust.KnownHosts knownHosts(String key) throws IOException {
        String line = "[127.0.0.1]:" + port + " " + Files.readString(Path.of(path(key + ".pub")));
        return new HostTrust.KnownHosts(Files.writeString(folder.resolve("known_hosts_" + key), line));
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        if (daemon != null) {
            daemon.close();
        }
        if (folder != null) {
            delete(folder);
        }
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
