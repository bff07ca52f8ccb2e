package dev.baton.device.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.baton.action.ActionProblem;
import dev.baton.action.Command;
import dev.baton.action.Operation;
import dev.baton.action.Problem;
import dev.baton.device.Deadlines;
import dev.baton.device.DeviceLink;
import dev.baton.device.TestSettings;
import dev.baton.device.platform.Platforms;
import dev.baton.device.platform.TestPlatforms;
import dev.baton.inventory.Credential;
import dev.baton.secret.SecretReference;
import dev.baton.testing.Devices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Network devices that give few rights at the login, one of each platform. */
class EnableIT {

    private static final String SECRET = "open sesame";
    private static final Platforms PLATFORMS = TestPlatforms.shipped();

    @TempDir
    Path folder;

    private final Deadlines deadlines = new Deadlines();
    private final SshProtocol protocol = TestSsh.protocol(TestSettings.impatient(), deadlines);
    private CliServer device;

    @BeforeEach
    void device() throws Exception {
        device = new CliServer();
    }

    @AfterEach
    void close() throws IOException {
        device.close();
        protocol.close();
        deadlines.close();
    }

    @ParameterizedTest
    @CsvSource({"cisco_ios, terminal width 511", "arista_eos, terminal width 32767"})
    void theRightPasswordGivesAllRightsAndPagingGoesOff(String platform, String wide) throws IOException {
        device.guardedBy(SECRET, "% Bad secrets")
                .answering("terminal length 0", "Pagination disabled.\r\n")
                .answering("show running-config", "hostname core1\r\nend\r\n")
                .start();

        try (DeviceLink link = link(platform, SECRET)) {
            String configuration = link.send(PLATFORMS.of(platform).command(Operation.SHOW_CONFIG))
                    .output();

            assertThat(configuration).isEqualTo("hostname core1\nend\n");
            assertThat(device.typed())
                    .containsSubsequence("enable", SECRET, "terminal length 0", wide, "show running-config")
                    .containsOnlyOnce(SECRET);
        }
    }

    @ParameterizedTest
    @CsvSource({"cisco_ios, % Bad secrets", "arista_eos, % Bad secret"})
    void aWrongPasswordIsGivenOnceAndNeverShown(String platform, String words) throws IOException {
        device.guardedBy(SECRET, words).start();

        try (DeviceLink link = link(platform, "wrong sesame")) {
            ActionProblem problem = fail(link, Command.cli("show version"));

            assertThat(problem.problem()).isEqualTo(Problem.AUTH_FAILED);
            assertThat(problem)
                    .hasMessageContaining("box1")
                    .hasMessageContaining("enable secret of the credential net-admin")
                    .hasMessageNotContaining("sesame");
        }
        assertThat(device.typed()).containsOnlyOnce("wrong sesame").doesNotContain("show version");
    }

    @ParameterizedTest
    @CsvSource({"cisco_ios", "arista_eos"})
    void noPasswordToGiveIsAFailedLogin(String platform) throws IOException {
        device.guardedBy(SECRET, "").start();

        try (DeviceLink link = link(platform, null)) {
            ActionProblem problem = fail(link, Command.cli("show version"));

            assertThat(problem.problem()).isEqualTo(Problem.AUTH_FAILED);
            assertThat(problem).hasMessageContaining("box1").hasMessageContaining("no enable secret");
        }
        assertThat(device.typed()).containsOnly("", "enable");
    }

    @Test
    void anAristaAnswersAndRefusesInItsOwnWords() throws IOException {
        device.answering("show version", "Arista DCS-7050SX3\r\n")
                .answering("show nonsense", "% Invalid input\r\n")
                .answering("vlan 5000", "% Invalid input\r\n")
                .start();

        try (DeviceLink link = link("arista_eos", null)) {
            assertThat(link.send(Command.cli("show version")).output()).isEqualTo("Arista DCS-7050SX3\n");
            assertThat(device.typed()).doesNotContain("enable");
            assertRejected(fail(link, Command.cli("show nonsense")));

            assertThat(link.send(Command.cli("configure").changing()).output()).isEmpty();
            assertRejected(fail(link, Command.cli("vlan 5000").changing()));
            assertThat(link.send(Command.cli("end").changing()).output()).isEmpty();
            assertThat(link.send(Command.cli("show version")).output()).isEqualTo("Arista DCS-7050SX3\n");
        }
        assertThat(device.logins()).isOne();
    }

    @Test
    void anAristaThatGivesNoRightsToConfigureSaysSo() throws IOException {
        device.answering("configure", "% Authorization denied for command 'configure'\r\n")
                .start();

        try (DeviceLink link = link("arista_eos", null)) {
            assertRejected(fail(link, Command.cli("configure").changing()));
        }
    }

    private static void assertRejected(ActionProblem problem) {
        assertThat(problem.problem()).isEqualTo(Problem.COMMAND_REJECTED);
        assertThat(problem).hasMessageContaining("box1").hasMessageContaining("% ");
    }

    private DeviceLink link(String platform, String enable) throws IOException {
        Credential credential = new Credential.SshPassword(
                "net-admin",
                CliServer.USER,
                secret("password", CliServer.PASSWORD),
                enable == null ? null : secret("enable", enable));
        return protocol.open(Devices.ssh(platform, device.port(), credential, device.pin()));
    }

    private SecretReference secret(String name, String text) throws IOException {
        return new SecretReference("file:" + Files.writeString(folder.resolve(name), text + "\n"));
    }

    private static ActionProblem fail(DeviceLink link, Command command) {
        return catchThrowableOfType(ActionProblem.class, () -> link.send(command));
    }
}
