package dev.baton.device.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.baton.action.ActionProblem;
import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.action.Privilege;
import dev.baton.action.Problem;
import dev.baton.device.Deadlines;
import dev.baton.device.DeviceLink;
import dev.baton.device.TestSettings;
import dev.baton.inventory.Credential;
import dev.baton.secret.SecretReference;
import dev.baton.testing.Devices;
import dev.baton.testing.OpenSshServer;
import dev.baton.testing.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The system's own sudo, for an account that is made for the test and gone after it. */
class SudoIT {

    @RegisterExtension
    static final OpenSshServer SERVER = new OpenSshServer();

    private static final String USER = "baton-it-" + ProcessHandle.current().pid() % 100_000;
    private static final String PASSWORD = UUID.randomUUID().toString();
    private static final Path RULE = Path.of("/etc/sudoers.d", USER);
    private static final Deadlines DEADLINES = new Deadlines();
    private static final SshProtocol PROTOCOL = TestSsh.protocol(TestSettings.impatient(), DEADLINES);

    @BeforeAll
    static void makeAccount() throws Exception {
        Programs.require("/usr/bin/sudo", "/usr/sbin/useradd", "/usr/sbin/userdel", "/usr/bin/openssl");
        Assumptions.assumeTrue("root".equals(System.getProperty("user.name")), "only root can make an account");
        // Everybody may look for the keys in there, and root alone may read them.
        Files.setPosixFilePermissions(SERVER.folder(), PosixFilePermissions.fromString("rwxr-xr-x"));
        String hash = Programs.run("/usr/bin/openssl", "passwd", "-6", PASSWORD).strip();
        Programs.run("/usr/sbin/useradd", "--home-dir", "/tmp", "--shell", "/bin/sh", "--password", hash, USER);
        Files.writeString(RULE, USER + " ALL=(root) ALL, !/usr/bin/id -G\n");
        Files.setPosixFilePermissions(RULE, PosixFilePermissions.fromString("r--r-----"));
    }

    @AfterAll
    static void removeAccount() throws IOException {
        PROTOCOL.close();
        DEADLINES.close();
        if (Files.deleteIfExists(RULE)) {
            Programs.run("/usr/sbin/userdel", USER);
        }
    }

    @Test
    void theRightPasswordMakesRoot() throws IOException {
        try (DeviceLink link = link(PASSWORD)) {
            Answer answer = link.send(sudo("sh", "-c", "id -u; echo a word beside >&2"));

            assertThat(answer.output()).isEqualTo("0\n");
            assertThat(answer.errorOutput()).isEqualTo("a word beside\n");
            assertThat(answer.succeeded()).isTrue();
        }
    }

    @Test
    void nobodyOnTheHostSeesThePassword() throws IOException {
        String everything = "cat /proc/[0-9]*/cmdline /proc/[0-9]*/environ 2>/dev/null | tr '\\0' '\\n'; env; cat";

        try (DeviceLink link = link(PASSWORD)) {
            Answer answer = link.send(sudo("sh", "-c", everything));

            assertThat(answer.output()).contains("sudo", "SUDO_USER=" + USER).doesNotContain(PASSWORD);
            assertThat(answer.errorOutput()).doesNotContain(PASSWORD, Privilege.PROMPT);
        }
    }

    @Test
    void aWrongPasswordIsGivenOnceAndNothingRuns() throws IOException {
        Path mark = SERVER.folder().resolve("mark");

        ActionProblem refused = fail(link("wrong"), sudo("touch", mark.toString()));

        assertThat(refused.problem()).isEqualTo(Problem.AUTH_FAILED);
        assertThat(refused)
                .hasMessageContaining("box1: sudo refused the password of the credential ops")
                .hasMessageContaining("1 incorrect password attempt")
                .hasMessageNotContaining("wrong");
        assertThat(mark).doesNotExist();
    }

    @Test
    void whatTheRulesForbidIsARefusalOfTheCommand() throws IOException {
        try (DeviceLink link = link(PASSWORD)) {
            Answer answer = link.send(sudo("/usr/bin/id", "-G"));

            ActionProblem refused = catchThrowableOfType(
                    ActionProblem.class,
                    () -> Privilege.requireGranted(
                            Devices.ssh("linux", SERVER.port(), SERVER.credential(), SERVER.pin())
                                    .device(),
                            answer));
            assertThat(refused.problem()).isEqualTo(Problem.COMMAND_REJECTED);
            assertThat(refused).hasMessageContaining("is not allowed to execute");
        }
    }

    @Test
    void anAccountWithoutSudoHasNoUseForAPassword() throws IOException {
        Credential.SshKey key = (Credential.SshKey) SERVER.credential();
        Credential without = new Credential.SshKey("ops", USER, key.privateKey(), null, null);

        ActionProblem refused = fail(open(without), sudo("true"));

        assertThat(refused.problem()).isEqualTo(Problem.AUTH_FAILED);
        assertThat(refused).hasMessageContaining("the credential ops has none");
    }

    private static Command sudo(String... words) {
        return Command.exec(Privilege.ROOT_BY_PASSWORD.line(words));
    }

    private static ActionProblem fail(DeviceLink opened, Command command) {
        try (DeviceLink link = opened) {
            return catchThrowableOfType(ActionProblem.class, () -> link.send(command));
        }
    }

    private static DeviceLink link(String password) throws IOException {
        Path file = Files.writeString(SERVER.folder().resolve("sudo-" + UUID.randomUUID()), password + "\n");
        Credential.SshKey key = (Credential.SshKey) SERVER.credential();
        return open(new Credential.SshKey(
                "ops", USER, key.privateKey(), null, null, null, USER, new SecretReference("file:" + file)));
    }

    private static DeviceLink open(Credential credential) {
        return PROTOCOL.open(Devices.ssh("linux", SERVER.port(), credential, SERVER.pin()));
    }
}
