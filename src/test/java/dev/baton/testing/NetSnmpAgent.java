package dev.baton.testing;

import dev.baton.inventory.Credential;
import dev.baton.inventory.Credential.Protected;
import dev.baton.secret.SecretReference;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A real net-snmp agent on a free loopback port, with a read-only and a writable community and SNMPv3 users. Register it
 * as a static extension.
 */
public final class NetSnmpAgent implements BeforeAllCallback, AfterAllCallback {

    private static final String SNMPD = "/usr/sbin/snmpd";
    private static final int IN_NAMESPACE = 1161;
    /** A writable integer of the agent's own, for SET. */
    public static final String WRITABLE = "1.3.6.1.4.1.8072.9999.1.0";

    private final Supplier<List<String>> more;
    private final @Nullable NetworkNamespace home;
    private final Supplier<String> address;
    private Path folder;
    private int port;
    private Daemon daemon;

    /** @param more lines for its configuration, e.g. {@code override 1.3.6.1.2.1.1.5.0 octet_str core-sw1} */
    public NetSnmpAgent(String... more) {
        this(() -> List.of(more));
    }

    /** @param more lines of its configuration, asked for when it starts */
    public NetSnmpAgent(Supplier<List<String>> more) {
        this(null, () -> "127.0.0.1", more);
    }

    /** One that lives in a namespace, which was registered before, and answers at its address. */
    public NetSnmpAgent(NetworkNamespace home, Supplier<List<String>> more) {
        this(home, home::address, more);
    }

    /** One at another address of the loopback network. */
    public static NetSnmpAgent at(String address, String... more) {
        return new NetSnmpAgent(null, () -> address, () -> List.of(more));
    }

    private NetSnmpAgent(@Nullable NetworkNamespace home, Supplier<String> address, Supplier<List<String>> more) {
        this.home = home;
        this.address = address;
        this.more = more;
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        Programs.require(SNMPD);
        folder = Files.createTempDirectory("snmpd");
        port = home == null ? freeUdpPort() : IN_NAMESPACE;
        secret("reading", "reading-for-tests");
        secret("writing", "writing-for-tests");
        secret("unknown", "nobody-knows-this");
        secret("auth", "auth phrase for tests");
        secret("priv", "priv phrase for tests");
        secret("wrong", "another phrase entirely");
        List<String> lines = new ArrayList<>(List.of(
                "agentaddress udp:" + address.get() + ":" + port,
                "rocommunity reading-for-tests",
                "rwcommunity writing-for-tests",
                "master agentx",
                "agentXSocket " + agentx(),
                "sysLocation a rack for tests",
                "createUser private SHA-256 \"auth phrase for tests\" AES \"priv phrase for tests\"",
                "createUser open SHA-512 \"auth phrase for tests\"",
                user("sha384", "SHA-384", "AES-256"),
                user("sha224", "SHA-224", "AES-192"),
                user("sha1", "SHA", "AES-256"),
                user("old", "MD5", "DES"),
                "createUser anybody",
                "rwuser private priv",
                "rouser open auth",
                "rouser sha384 priv",
                "rouser sha224 priv",
                "rouser sha1 priv",
                "rouser old priv",
                "rouser anybody noauth",
                "override -rw " + WRITABLE + " integer 1"));
        lines.addAll(more.get());
        Files.write(folder.resolve("snmpd.conf"), lines);
        start();
    }

    private void start() throws IOException, InterruptedException {
        List<String> words = List.of(
                SNMPD,
                "-f",
                "-Lo",
                "-C",
                "-c",
                folder.resolve("snmpd.conf").toString(),
                "-I",
                "-smux",
                "--persistentDir=" + Files.createDirectories(folder.resolve("state")));
        daemon = new Daemon(home == null ? words : home.within(words), line -> line.startsWith("NET-SNMP version"))
                .awaitReady();
    }

    /** Ends it, as a host whose agent has died. */
    public void stop() {
        daemon.close();
    }

    public void startAgain() throws IOException, InterruptedException {
        start();
    }

    private static String user(String name, String authentication, String privacy) {
        return "createUser " + name + " " + authentication + " \"auth phrase for tests\" " + privacy
                + " \"priv phrase for tests\"";
    }

    private void secret(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text + "\n");
    }

    private SecretReference reference(String name) {
        return new SecretReference("file:" + folder.resolve(name));
    }

    private static int freeUdpPort() throws IOException {
        try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            return socket.getLocalPort();
        }
    }

    /** Where other programs add what they know to it. */
    String agentx() {
        return folder.resolve("agentx").toString();
    }

    public int port() {
        return port;
    }

    public Credential reader() {
        return new Credential.SnmpCommunity("reader", reference("reading"), false);
    }

    public Credential writer() {
        return new Credential.SnmpCommunity("writer", reference("writing"), true);
    }

    public Credential stranger() {
        return new Credential.SnmpCommunity("stranger", reference("unknown"), false);
    }

    /** The user with SHA-256 and AES-128, who may write. */
    public Credential.SnmpUser privateUser() {
        return user("private", "SHA-256", "auth", new Protected("AES-128", reference("priv")));
    }

    /** The user with SHA-512 and no privacy, who may read. */
    public Credential.SnmpUser openUser() {
        return user("open", "SHA-512", "auth", null);
    }

    /** One of the users sha384, sha224, sha1 and old. */
    public Credential.SnmpUser userWith(String name, String authentication, String privacy) {
        return user(name, authentication, "auth", new Protected(privacy, reference("priv")));
    }

    /** The user without any secret, who may read. */
    public Credential.SnmpUser anybody() {
        return new Credential.SnmpUser("anybody-user", "anybody", null, null);
    }

    public Credential.SnmpUser userWithWrongPhrase() {
        return user("private", "SHA-256", "wrong", new Protected("AES-128", reference("priv")));
    }

    public Credential.SnmpUser unknownUser() {
        return user("nobody", "SHA-256", "auth", null);
    }

    private Credential.SnmpUser user(String name, String protocol, String auth, Protected privacy) {
        return new Credential.SnmpUser(name + "-user", name, new Protected(protocol, reference(auth)), privacy);
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
