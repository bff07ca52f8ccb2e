package dev.baton.delegates.patch.after;

import static dev.baton.testing.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.action.Answer;
import dev.baton.action.Inputs;
import dev.baton.action.Problem;
import dev.baton.testing.ScriptedSession;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RollBackPatchesTest {

    private static final String SIMULATION = "apt-get -s";
    private static final String INSTALLATION = "DEBIAN_FRONTEND";
    private static final String DOWNGRADE = "Inst bash [5.2-2] (5.2-1 Debian:12/oldstable [amd64])\n";
    private static final RollBackPatchesInputs BACK =
            Inputs.bind(RollBackPatchesInputs.class, Map.of("versions", List.of("other libc6=1", "dev1 bash=5.2-1")));

    private final RollBackPatches rollBackPatches = new RollBackPatches();

    @Test
    void exactlyTheVersionsOfThisHostComeBackAndAreProved() {
        var host = ScriptedSession.host()
                .on(SIMULATION, DOWNGRADE)
                .on(INSTALLATION, "")
                .on("dpkg-query", "ii  bash 5.2-1\n");

        assertThat(host.perform(rollBackPatches, BACK).facts()).containsEntry("rolledBackCount", 1);
        assertThat(host.sent())
                .anyMatch(text -> text.startsWith("sudo -n env LC_ALL=C DEBIAN_FRONTEND=noninteractive")
                        && text.endsWith("--allow-downgrades install bash=5.2-1"));
    }

    @Test
    void aVersionThatIsGoneFromTheRepositoriesChangesNothing() {
        var host = ScriptedSession.host()
                .on(
                        SIMULATION,
                        command -> Answer.of(command, 100, "", "E: Version '5.2-1' for 'bash' was not found\n"));

        assertProblem(Problem.CHECK_FAILED, () -> host.perform(rollBackPatches, BACK))
                .hasMessage(
                        "dev1: versions from before are not to be had any more, nothing was changed: E: Version '5.2-1'"
                                + " for 'bash' was not found");
    }

    @Test
    void aWayBackThatTouchesOtherPackagesIsLeftToAPerson() {
        var host = ScriptedSession.host()
                .on(SIMULATION, DOWNGRADE + "Inst readline [8-2] (8-1 Debian:12/oldstable [amd64])\nRemv tool [1]\n");

        assertProblem(Problem.CHECK_FAILED, () -> host.perform(rollBackPatches, BACK))
                .hasMessageContaining("other packages too, nothing was changed: readline");
    }

    @Test
    void whatIsNotBackFailsTheCheck() {
        var host = ScriptedSession.host()
                .on(SIMULATION, DOWNGRADE)
                .on(INSTALLATION, "")
                .on("dpkg-query", "ii  bash 5.2-2\n");

        assertProblem(Problem.CHECK_FAILED, () -> host.perform(rollBackPatches, BACK))
                .hasMessageContaining("bash=5.2-1");
    }

    @Test
    void aHostThatWasNotChangedIsLeftAlone() {
        var none = Inputs.bind(RollBackPatchesInputs.class, Map.of("versions", List.of("other libc6=1")));

        assertThat(ScriptedSession.host().perform(rollBackPatches, none).changed())
                .isFalse();
    }

    @Test
    void whatIsNoVersionIsRefused() {
        var bad = Inputs.bind(RollBackPatchesInputs.class, Map.of("versions", List.of("dev1 bash=1;reboot")));

        assertProblem(Problem.BAD_INPUT, () -> ScriptedSession.host().render(rollBackPatches, bad));
    }
}
