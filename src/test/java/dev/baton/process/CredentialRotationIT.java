package dev.baton.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.action.Answer;
import dev.baton.action.DeviceDelegate;
import dev.baton.action.Probe;
import dev.baton.action.Result;
import dev.baton.action.login.LoginSecrets;
import dev.baton.action.login.LoginSecrets.Versions;
import dev.baton.action.login.LoginVersion;
import dev.baton.action.login.SecretInput;
import dev.baton.device.Deadlines;
import dev.baton.device.DeviceLink;
import dev.baton.device.Protocol;
import dev.baton.device.ssh.TestSsh;
import dev.baton.device.ssh.login.TestLogins;
import dev.baton.inventory.Credential;
import dev.baton.inventory.HostTrust;
import dev.baton.inventory.Inventory;
import dev.baton.inventory.InventoryDevice;
import dev.baton.secret.Secret;
import dev.baton.secret.SecretReference;
import dev.baton.secret.TestSecrets;
import dev.baton.secret.store.SecretStore;
import dev.baton.secret.store.TestSecretStore;
import dev.baton.testing.DelegateSession;
import dev.baton.testing.Devices;
import dev.baton.testing.OpenSshServer;
import dev.baton.testing.PasswordHost;
import dev.baton.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.Mockito;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** New keys and passwords on real OpenSSH servers, with the secrets in the encrypted table. */
class CredentialRotationIT {

    /** What a person has bash do at every login is none of the test's business: a nested shell leaves it out. */
    @RegisterExtension
    static final OpenSshServer KEYS = new OpenSshServer();

    @RegisterExtension
    static final PasswordHost PASSWORDS = new PasswordHost();

    private static final String DEVICE = "web1";

    @TempDir
    private Path folder;

    private final Deadlines deadlines = new Deadlines();
    private final Inventory inventory = Mockito.mock(Inventory.class);
    private SecretStore store;
    private Protocol ssh;
    private LoginSecrets logins;
    private InventoryDevice device;

    @BeforeEach
    void open() {
        store = TestSecretStore.over(TestDatabase.h2(), folder.resolve("secret.key"));
        ssh = TestSsh.protocol(deadlines, TestSecrets.kept(store));
        logins = TestLogins.over(inventory, store);
    }

    @AfterEach
    void close() {
        deadlines.close();
    }

    @Test
    void aKeyIsReplacedAndTheOldOneIsRefused() throws IOException {
        Path keys = authorizedKeys("from=\"127.0.0.1\",no-pty ");
        String old = Files.readString(KEYS.folder().resolve("user.pub")).split(" ")[1];
        byKey();

        Result result = rotate(UnaryOperator.identity());

        assertThat(result.findings()).isEmpty();
        assertThat(logins.versions(DEVICE)).isEqualTo(new Versions(1, 0));
        assertThat(Files.readString(keys))
                .doesNotContain(old)
                .contains("from=\"127.0.0.1\",no-pty ssh-ed25519 ")
                .contains("# a comment with words");
        assertThat(signIn("current")).isEqualTo("accepted");
        assertThat(signIn("previous")).startsWith("refused");
        assertThat(Files.getPosixFilePermissions(keys)).hasSize(2);

        Result second = rotate(UnaryOperator.identity());

        assertThat(second.facts()).containsEntry("credentialVersion", 2);
        assertThat(Files.readString(keys).lines().filter(line -> line.contains("no-pty")))
                .hasSize(1);
        assertThat(signIn("current")).isEqualTo("accepted");
    }

    @Test
    void aKeyThatIsNotInTheFileIsNotReplaced() throws IOException {
        authorizedKeys("");
        Path elsewhere = Files.writeString(folder.resolve("other_keys"), "# none\n");
        byKey();

        assertThatThrownBy(() -> rotate(UnaryOperator.identity(), elsewhere.toString()))
                .hasMessageContaining("the key of this session is not in " + elsewhere);

        assertThat(logins.versions(DEVICE)).isEqualTo(new Versions(0, 0));
        assertThat(elsewhere).hasContent("# none\n");
        try (var files = Files.list(folder)) {
            assertThat(files).noneMatch(file -> file.toString().contains(".baton-"));
        }
    }

    @Test
    void aPasswordIsReplacedAndIsNowhereOnTheHostsCommandLinesOrInItsLog() {
        byPassword();

        Result result = rotate(UnaryOperator.identity());

        assertThat(result.changed()).isTrue();
        assertThat(logins.versions(DEVICE)).isEqualTo(new Versions(1, 0));
        assertThat(signIn("current")).isEqualTo("accepted");
        assertThat(signIn("previous")).startsWith("refused");
        try (Secret secret = store.open("hosts", DEVICE, 1).orElseThrow()) {
            assertThat(PASSWORDS.log()).doesNotContain(String.valueOf(secret.chars()));
            assertThat(result.toString()).doesNotContain(String.valueOf(secret.chars()));
        }

        aServerThatIsKilledBetweenAppliedAndPromotedIsRecoveredByTheProbe();
    }

    @Test
    void whatAProgramRepeatsOfAPasswordIsMasked() {
        byPassword();
        logins.draw(DEVICE, 32, "RUN-000042");

        try (DeviceLink link = ssh.open(device)) {
            Answer said = link.send(new SecretInput("tee /dev/stderr", "old {current}, new {pending}\n").command());

            assertThat(said.output()).isEqualTo("old ***, new ***\n");
            assertThat(said.errorOutput()).isEqualTo("old ***, new ***\n");
            assertThat(said.command().text()).isEqualTo("tee /dev/stderr <<< old {current}, new {pending}\n");
        }
    }

    private void aServerThatIsKilledBetweenAppliedAndPromotedIsRecoveredByTheProbe() {
        assertThatThrownBy(() -> rotate(KilledBeforePromoting::new)).isInstanceOf(Killed.class);
        assertThat(signIn("pending")).isEqualTo("accepted");
        assertThat(signIn("current")).startsWith("refused");

        Probe probe = probe();

        assertThat(probe).isInstanceOf(Probe.Applied.class);
        assertThat(logins.versions(DEVICE)).isEqualTo(new Versions(2, 0));
        assertThat(signIn("current")).isEqualTo("accepted");
    }

    @Test
    void aKeyThatWasAddedBeforeTheServerWasKilledIsGoneOnWith() throws IOException {
        authorizedKeys("");
        byKey();
        assertThatThrownBy(() -> rotate(KilledBeforePromoting::new)).isInstanceOf(Killed.class);

        assertThat(probe()).isInstanceOf(Probe.NotApplied.class);
        rotate(UnaryOperator.identity());

        assertThat(logins.versions(DEVICE)).isEqualTo(new Versions(1, 0));
        assertThat(signIn("current")).isEqualTo("accepted");
        assertThat(signIn("previous")).startsWith("refused");
    }

    private static Path authorizedKeys(String options) throws IOException {
        Path keys = KEYS.folder().resolve("authorized_keys");
        Files.writeString(
                keys,
                "# a comment with words\n" + options
                        + Files.readString(KEYS.folder().resolve("user.pub")));
        Files.setPosixFilePermissions(keys, PosixFilePermissions.fromString("rw-------"));
        return keys;
    }

    private void byKey() {
        know(
                new Credential.SshKey(
                        "hosts",
                        System.getProperty("user.name"),
                        SecretReference.stored("hosts", "file:" + KEYS.folder().resolve("user")),
                        null,
                        null),
                KEYS.port(),
                KEYS.pin());
    }

    private void byPassword() {
        try {
            Path first = Files.writeString(folder.resolve("first"), PasswordHost.FIRST_PASSWORD + "\n");
            know(
                    new Credential.SshPassword(
                            "hosts", PasswordHost.USER, SecretReference.stored("hosts", "file:" + first), null),
                    PASSWORDS.port(),
                    PASSWORDS.pin());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void know(Credential credential, int port, HostTrust trust) {
        device = Devices.named(DEVICE, "127.0.0.1", "linux", port, credential.on(DEVICE), trust);
        Mockito.when(inventory.find(DEVICE)).thenReturn(Optional.of(device));
    }

    private Result rotate(UnaryOperator<LoginSecrets> secrets) {
        return rotate(secrets, KEYS.folder() + "/authorized_keys");
    }

    private Result rotate(UnaryOperator<LoginSecrets> secrets, String keyFile) {
        try (DelegateSession session = new DelegateSession(device, () -> ssh.open(device))) {
            return session.perform(delegate(secrets.apply(logins)), Map.of("keyFile", keyFile));
        }
    }

    private Probe probe() {
        try (DelegateSession session = new DelegateSession(device, () -> ssh.open(device))) {
            return session.probe(delegate(logins), Map.of("keyFile", KEYS.folder() + "/authorized_keys"));
        }
    }

    private static DeviceDelegate<?> delegate(LoginSecrets secrets) {
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            context.registerBean(LoginSecrets.class, () -> secrets);
            context.scan("dev.baton.delegates.login");
            context.refresh();
            return context.getBean("rotateCredential", DeviceDelegate.class);
        }
    }

    private String signIn(String version) {
        try (DeviceLink link = ssh.open(device)) {
            return link.send(LoginVersion.valueOf(version.toUpperCase(Locale.ROOT))
                            .signIn())
                    .output()
                    .strip();
        }
    }

    /** Dies where the device has the new secret and the store does not know it yet. */
    private record KilledBeforePromoting(LoginSecrets secrets) implements LoginSecrets {

        @Override
        public Login of(String name) {
            return secrets.of(name);
        }

        @Override
        public Versions versions(String name) {
            return secrets.versions(name);
        }

        @Override
        public int draw(String name, int length, String run) {
            return secrets.draw(name, length, run);
        }

        @Override
        public void promote(String name, int pending) {
            throw new Killed();
        }

        @Override
        public void discard(String name, int pending) {
            secrets.discard(name, pending);
        }
    }

    private static final class Killed extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
