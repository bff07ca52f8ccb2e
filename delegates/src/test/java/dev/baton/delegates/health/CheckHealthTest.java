package dev.baton.delegates.health;

import static dev.baton.testing.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.action.Findings;
import dev.baton.action.Inputs;
import dev.baton.action.Problem;
import dev.baton.testing.ScriptedSession;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckHealthTest {

    private static final CheckHealthInputs BEFORE = Inputs.bind(CheckHealthInputs.class, Map.of("phase", "before"));
    private static final CheckHealthInputs AFTER = Inputs.bind(CheckHealthInputs.class, Map.of("phase", "after"));

    private static final String FAILED_UNITS = """
            cron.service    loaded failed failed Regular background program processing daemon
            nginx.service   loaded failed failed A high performance web server and a reverse proxy server
            """;

    private static final String DISKS = """
            Filesystem     1024-blocks     Used Available Capacity Mounted on
            /dev/vda1        264212084 24015784  82375128      23% /
            /dev/vdb1          1000000   940000     60000      94% /srv/my data
            """;

    private static final String FULL_DISK = "/dev/vdc1 1000 1000 0 100% /var\n";

    private final Findings findings = mock();
    private final CheckHealth checkHealth = new CheckHealth(findings);

    @Test
    void whatFailedBeforeIsNotedAndForgiven() {
        var result = host("degraded", FAILED_UNITS, DISKS, "").perform(checkHealth, BEFORE);

        assertThat(result.facts()).isEqualTo(Map.of("failedUnits", "cron.service nginx.service"));
    }

    @Test
    void aHealthyHostClosesItsFinding() {
        host("running", "", DISKS, "").perform(checkHealth, AFTER);

        verify(findings).resolve("RUN-000042", "dev1", "host-unhealthy");
    }

    @Test
    void aHostWithAFaultKeepsItsFindingForgivenOrNot() {
        var session = host("degraded", FAILED_UNITS, DISKS, "");

        session.perform(checkHealth, BEFORE);
        assertProblem(Problem.CHECK_FAILED, () -> session.perform(checkHealth, AFTER));

        verifyNoInteractions(findings);
    }

    @Test
    void whatFailedMeanwhileIsNamed() {
        var session = host("degraded", FAILED_UNITS, DISKS, "").knowing("failedUnits", "cron.service");

        assertProblem(Problem.CHECK_FAILED, () -> session.perform(checkHealth, AFTER))
                .hasMessageContaining("nginx.service has failed")
                .hasMessageNotContaining("cron.service");
    }

    @Test
    void afterTheChangeTheSameFailuresAreForgiven() {
        var session = host("degraded", FAILED_UNITS, DISKS, "").knowing("failedUnits", "cron.service nginx.service");

        assertThat(session.perform(checkHealth, AFTER).facts()).isEmpty();
    }

    @Test
    void aFullFileSystemIsNamed() {
        assertProblem(
                        Problem.CHECK_FAILED,
                        () -> host("running", "", DISKS + FULL_DISK, "").perform(checkHealth, BEFORE))
                .hasMessageContaining("/var is 100% full")
                .hasMessageNotContaining("/srv");
    }

    @Test
    void theLimitIsTheDiagrams() {
        var strict = Inputs.bind(CheckHealthInputs.class, Map.of("diskLimit", "90"));

        assertProblem(Problem.CHECK_FAILED, () -> host("running", "", DISKS, "").perform(checkHealth, strict))
                .hasMessageContaining("/srv/my data is 94% full");
        assertProblem(Problem.BAD_INPUT, () -> Inputs.bind(CheckHealthInputs.class, Map.of("diskLimit", "101")));
    }

    @Test
    void anUnfinishedInstallationIsNamed() {
        var audit = "The following packages are only half configured:\n openssh-server  secure shell\n";

        assertProblem(
                        Problem.CHECK_FAILED,
                        () -> host("running", "", DISKS, audit).perform(checkHealth, AFTER))
                .hasMessageContaining("half configured");
    }

    @Test
    void aHostWithoutSystemdAndDpkgIsHealthy() {
        var session =
                ScriptedSession.host().on("df", DISKS).on("systemctl", 127, "").on("dpkg", 127, "");

        assertThat(session.perform(checkHealth, BEFORE).summary()).isEqualTo("healthy");
    }

    @Test
    void aHostUnderAnotherInitHasNoServicesToTell() {
        var session = ScriptedSession.host()
                .on("is-system-running", 1, "offline\n")
                .on("df", DISKS)
                .on("dpkg", "");

        assertThat(session.perform(checkHealth, AFTER).summary()).isEqualTo("healthy");
        assertThat(session.sent()).noneMatch(text -> text.contains("--failed"));
    }

    @Test
    void aSystemdThatDoesNotAnswerIsNoHealthyOne() {
        var session = ScriptedSession.host()
                .on("is-system-running", 1, "unknown\n")
                .on("--failed", failing(1, "Failed to connect to bus: Connection refused"));

        assertProblem(Problem.COMMAND_REJECTED, () -> session.perform(checkHealth, AFTER))
                .hasMessageContaining("dev1: systemctl --failed")
                .hasMessageEndingWith("exit status 1: Failed to connect to bus: Connection refused");
    }

    @Test
    void anAuditThatFailsIsNoHealthyOne() {
        assertProblem(
                        Problem.COMMAND_REJECTED,
                        () -> audited(failing(2, "dpkg: error: cannot read /var/lib/dpkg/status"))
                                .perform(checkHealth, AFTER))
                .hasMessageContaining("dev1: sudo -n env LC_ALL=C dpkg --audit ended with exit status 2: dpkg: error");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1   | sudo: a password is required",
                "1   | Sorry, user ops is not allowed to execute '/usr/bin/env' as root on dev1.",
                "1   | ops is not in the sudoers file.",
                "127 | bash: line 1: sudo: command not found",
                "127 | sh: 1: sudo: not found"
            })
    void aRefusalOfSudoIsNoAbsentProgram(int exitStatus, String words) {
        assertProblem(
                        Problem.COMMAND_REJECTED,
                        () -> audited(failing(exitStatus, words)).perform(checkHealth, AFTER))
                .hasMessageContaining("dev1: sudo was refused")
                .hasMessageEndingWith(words);
    }

    @Test
    void anAbsentProgramHasNothingToTellBehindSudoToo() {
        var session = audited(failing(127, "env: \u2018dpkg\u2019: No such file or directory"));

        assertThat(session.perform(checkHealth, AFTER).summary()).isEqualTo("healthy");
    }

    @Test
    void theEndOfTheBootIsWaitedFor() {
        var session = ScriptedSession.host()
                .on("is-system-running", "starting\n")
                .on("is-system-running", "starting\n")
                .on("is-system-running", "running\n")
                .on("--failed", "")
                .on("df", DISKS)
                .on("dpkg", "");

        session.perform(checkHealth, AFTER);

        assertThat(session.sent())
                .filteredOn(text -> text.contains("is-system-running"))
                .hasSize(3);
    }

    @Test
    void anAnswerWithoutFileSystemsIsIncomplete() {
        assertProblem(
                Problem.ANSWER_INCOMPLETE,
                () -> host("running", "", "df: error\n", "").perform(checkHealth, BEFORE));
    }

    @Test
    void aNetworkDeviceIsHealthyWhenItTellsItsVersion() {
        assertThat(ScriptedSession.networkDevice()
                        .on("show version", "Cisco IOS Software")
                        .perform(checkHealth, AFTER)
                        .summary())
                .isEqualTo("answers");
        verify(findings).resolve("RUN-000042", "dev1", "host-unhealthy");
        assertProblem(
                Problem.CHECK_FAILED,
                () -> ScriptedSession.networkDevice().on("show version", "").perform(checkHealth, AFTER));
    }

    private static ScriptedSession audited(Function<Command, Answer> audit) {
        return ScriptedSession.host()
                .on("is-system-running", "running\n")
                .on("--failed", "")
                .on("df", DISKS)
                .on("dpkg", audit);
    }

    private static Function<Command, Answer> failing(int exitStatus, String words) {
        return command -> Answer.of(command, exitStatus, "", words + "\n");
    }

    private static ScriptedSession host(String state, String failed, String disks, String audit) {
        return ScriptedSession.host()
                .on("is-system-running", state.equals("running") ? 0 : 1, state + "\n")
                .on("--failed", failed)
                .on("df", disks)
                .on("dpkg", audit);
    }
}
