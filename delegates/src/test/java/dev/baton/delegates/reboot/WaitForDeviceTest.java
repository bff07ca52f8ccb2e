package dev.baton.delegates.reboot;

import static dev.baton.testing.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.action.Inputs;
import dev.baton.action.Problem;
import dev.baton.action.Result;
import dev.baton.testing.ScriptedSession;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WaitForDeviceTest {

    private static final WaitForDeviceInputs USUAL = Inputs.bind(WaitForDeviceInputs.class, Map.of());

    @Test
    void aHostThatWasNotRebootedIsNotWaitedFor() {
        var session = ScriptedSession.host();

        session.perform(new WaitForDevice(session.clock()), USUAL);

        assertThat(session.sent()).isEmpty();
    }

    @Test
    void itWaitsThroughShutdownSilenceAndBootForANewBootId() {
        var session = ScriptedSession.host()
                .knowing("bootIdBefore", "aaaa")
                .on("boot_id", "aaaa\n")
                .on("boot_id", Problem.UNREACHABLE)
                .on("boot_id", Problem.TIMEOUT)
                .on("boot_id", Problem.AUTH_FAILED)
                .on("boot_id", 1, "")
                .on("boot_id", "bbbb\n");

        Result result = session.perform(new WaitForDevice(session.clock()), USUAL);

        assertThat(result.facts()).containsEntry("waitedSeconds", 25L);
    }

    @Test
    void aHostThatStaysAwayTimesOutWithTheLastReason() {
        var session = ScriptedSession.host().knowing("bootIdBefore", "aaaa").on("boot_id", Problem.UNREACHABLE);

        assertProblem(Problem.TIMEOUT, () -> session.perform(new WaitForDevice(session.clock()), USUAL))
                .hasMessageContaining("PT10M")
                .hasMessageContaining("UNREACHABLE");
    }

    @Test
    void aHostThatNeverWentDownTimesOut() {
        var session = ScriptedSession.host().knowing("bootIdBefore", "aaaa").on("boot_id", "aaaa\n");

        assertProblem(Problem.TIMEOUT, () -> session.perform(new WaitForDevice(session.clock()), USUAL))
                .hasMessageContaining("same boot");
    }

    @Test
    void anotherHostKeyIsNotWaitedFor() {
        var session = ScriptedSession.host().knowing("bootIdBefore", "aaaa").on("boot_id", Problem.HOST_KEY_MISMATCH);

        assertProblem(Problem.HOST_KEY_MISMATCH, () -> session.perform(new WaitForDevice(session.clock()), USUAL));
    }
}
