package dev.baton.delegates.reboot;

import static dev.baton.testing.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.action.Answer;
import dev.baton.action.Problem;
import dev.baton.action.Result;
import dev.baton.testing.ScriptedSession;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CheckRebootTest {

    private static final CheckRebootInputs USUAL = new CheckRebootInputs(true);

    private final CheckReboot checkReboot = new CheckReboot();

    @Test
    void withoutAnyToolNoRebootIsNeeded() {
        assertThat(bare().perform(checkReboot, USUAL).facts()).isEqualTo(Map.of("rebootNeeded", false));
    }

    @Test
    void theFileOfUnattendedUpgradesTells() {
        assertNeeded(ScriptedSession.host().on("/var/run/reboot-required", ""));
    }

    @Test
    void aWaitingKernelTells() {
        assertNeeded(ScriptedSession.host()
                .on("/var/run/reboot-required", 1, "")
                .on("needrestart", "NEEDRESTART-VER: 3.6\nNEEDRESTART-KCUR: 6.1.0-28\nNEEDRESTART-KSTA: 3\n"));
    }

    @Test
    void anUpToDateKernelDoesNot() {
        var session = ScriptedSession.host()
                .on("/var/run/reboot-required", 1, "")
                .on("needrestart", "NEEDRESTART-KSTA: 1\n")
                .on("", CheckRebootTest::absent);

        assertThat(session.perform(checkReboot, USUAL).facts()).containsEntry("rebootNeeded", false);
    }

    @Test
    void theKernelLinkTells() {
        assertNeeded(ScriptedSession.host()
                .on("/vmlinuz", 0, "")
                .on("test -e", 1, "")
                .on("needrestart", CheckRebootTest::absent));
    }

    @Test
    void dnfTellsBySentenceAndStatus() {
        assertNeeded(ScriptedSession.host()
                .on("test ", 1, "")
                .on("needrestart ", CheckRebootTest::absent)
                .on("dnf", 1, "Core libraries or services have been updated.\nReboot is required to fully utilize.\n"));
    }

    @Test
    void aDnfWithoutThePluginDoesNot() {
        var session = ScriptedSession.host()
                .on("dnf", command -> Answer.of(command, 1, "", "No such command: needs-restarting.\n"))
                .on("", CheckRebootTest::absent);

        assertThat(session.perform(checkReboot, USUAL).facts()).containsEntry("rebootNeeded", false);
    }

    @Test
    void zypperTellsByStatus() {
        assertNeeded(ScriptedSession.host().on("zypper", 102, "").on("", CheckRebootTest::absent));
    }

    @Test
    void aRefusalOfSudoIsNoAnswer() {
        var session = ScriptedSession.host()
                .on("/var/run/reboot-required", 1, "")
                .on("needrestart", command -> Answer.of(command, 1, "", "sudo: a password is required\n"));

        assertProblem(Problem.COMMAND_REJECTED, () -> session.perform(checkReboot, USUAL))
                .hasMessageContaining("dev1: sudo was refused for \"sudo -n env LC_ALL=C needrestart -b -k\"");
    }

    @Test
    void everybodyMaySeeTheFile() {
        assertThat(ScriptedSession.host().render(checkReboot, USUAL)).contains("test -e /var/run/reboot-required");
    }

    @Test
    void theSummaryTellsWhetherAnyNeedsIt() {
        Result needed = Result.unchanged("").with(Map.of("rebootNeeded", true));
        Result not = Result.unchanged("").with(Map.of("rebootNeeded", false));

        assertThat(checkReboot.summarise(Map.of("a", needed, "b", not)))
                .isEqualTo(Map.of("rebootNeeded", true, "rebootCount", 1));
        assertThat(checkReboot.summarise(Map.of("b", not))).containsEntry("rebootNeeded", false);
    }

    private void assertNeeded(ScriptedSession session) {
        assertThat(session.perform(checkReboot, USUAL).facts()).isEqualTo(Map.of("rebootNeeded", true));
    }

    private static ScriptedSession bare() {
        return ScriptedSession.host().on("test ", 1, "").on("", CheckRebootTest::absent);
    }

    private static Answer absent(dev.baton.action.Command command) {
        return Answer.of(command, 127, "", "sh: not found\n");
    }
}
