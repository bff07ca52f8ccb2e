package dev.baton.delegates.reboot;

import static dev.baton.testing.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.action.Answer;
import dev.baton.action.Inputs;
import dev.baton.action.Probe;
import dev.baton.action.Problem;
import dev.baton.action.Result;
import dev.baton.testing.ScriptedSession;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RebootTest {

    private static final RebootInputs IF_NEEDED = Inputs.bind(RebootInputs.class, Map.of());
    private static final RebootInputs ALWAYS = Inputs.bind(RebootInputs.class, Map.of("onlyIfNeeded", "false"));

    private final Reboot reboot = new Reboot();

    @Test
    void aHostThatNeedsNoRebootIsLeftAlone() {
        var session = ScriptedSession.host().knowing("rebootNeeded", "false");

        Result result = session.perform(reboot, IF_NEEDED);

        assertThat(result.changed()).isFalse();
        assertThat(result.facts()).doesNotContainKey("bootIdBefore");
        assertThat(session.sent()).isEmpty();
    }

    @Test
    void aHostThatNeedsARebootAndMayNotIsLeftAlone() {
        var session = ScriptedSession.host().knowing("rebootNeeded", "true");

        assertThat(session.perform(reboot, Inputs.bind(RebootInputs.class, Map.of("allowed", "false")))
                        .changed())
                .isFalse();
        assertThat(session.sent()).isEmpty();
    }

    @Test
    void theBootIdIsNotedBeforeTheRebootIsSent() {
        var session = ScriptedSession.host()
                .knowing("rebootNeeded", "true")
                .on("boot_id", "aaaa\n")
                .on("systemctl reboot", "");

        Result result = session.perform(reboot, IF_NEEDED);

        assertThat(result.changed()).isTrue();
        assertThat(result.facts()).containsEntry("bootIdBefore", "aaaa");
        assertThat(session.fact("bootIdBefore")).contains("aaaa");
        assertThat(session.sent()).containsExactly("cat /proc/sys/kernel/random/boot_id", "sudo -n systemctl reboot");
    }

    @Test
    void aHostThatTakesTheAnswerWithItWasAsked() {
        var session = ScriptedSession.host().on("boot_id", "aaaa\n").on("systemctl reboot", Problem.OUTCOME_UNKNOWN);

        assertThat(session.perform(reboot, ALWAYS).facts()).containsEntry("bootIdBefore", "aaaa");
    }

    @Test
    void aRefusedRebootIsRejected() {
        var session = ScriptedSession.host().on("boot_id", "aaaa\n").on("systemctl reboot", 1, "");

        assertProblem(Problem.COMMAND_REJECTED, () -> session.perform(reboot, ALWAYS));
    }

    @Test
    void aRefusalOfSudoNamesTheDeviceAndSudo() {
        var session = ScriptedSession.host()
                .on("boot_id", "aaaa\n")
                .on("systemctl reboot", command -> Answer.of(command, 1, "", "sudo: a password is required\n"));

        assertProblem(Problem.COMMAND_REJECTED, () -> session.perform(reboot, ALWAYS))
                .hasMessageContaining("dev1: sudo was refused for \"sudo -n systemctl reboot\"");
    }

    @Test
    void theProbeTellsByTheBootId() {
        var session = ScriptedSession.host().allowing(reboot, ALWAYS).on("boot_id", "bbbb\n");

        assertThat(reboot.probe(session, ALWAYS)).isInstanceOf(Probe.Undecided.class);
        assertThat(reboot.probe(session.knowing("bootIdBefore", "bbbb"), ALWAYS))
                .isInstanceOf(Probe.NotApplied.class);
        assertThat(reboot.probe(session.knowing("bootIdBefore", "aaaa"), ALWAYS))
                .isInstanceOf(Probe.Applied.class);
    }

    @Test
    void aNetworkDeviceIsNotRebooted() {
        assertProblem(Problem.UNSUPPORTED, () -> ScriptedSession.networkDevice().render(reboot, ALWAYS));
    }
}
