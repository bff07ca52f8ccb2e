package dev.baton.delegates.patch.before;

import static dev.baton.testing.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.action.Answer;
import dev.baton.action.Inputs;
import dev.baton.action.Problem;
import dev.baton.testing.ScriptedSession;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TakeSnapshotTest {

    private static final String PROGRAM = "/usr/local/sbin/take-snapshot";
    private static final String ADDRESS = "https://vmm.example.org/snapshots/{device}/{label}";

    private final TakeSnapshot takeSnapshot = new TakeSnapshot();

    @Test
    void withoutAHookNothingIsDone() {
        assertThat(ScriptedSession.host().perform(takeSnapshot, inputs("")).changed())
                .isFalse();
    }

    @Test
    void theProgramGetsTheRun() {
        var host = ScriptedSession.host().on(PROGRAM, "made\n");

        assertThat(host.perform(takeSnapshot, inputs(PROGRAM)).changed()).isTrue();
        assertThat(host.sent()).containsExactly("sudo -n " + PROGRAM + " RUN-000042");
    }

    @Test
    void aProgramThatFailsStopsBeforeAnythingIsChanged() {
        var host = ScriptedSession.host().on(PROGRAM, command -> Answer.of(command, 5, "", "volume group is full\n"));

        assertProblem(Problem.CHECK_FAILED, () -> host.perform(takeSnapshot, inputs(PROGRAM)))
                .hasMessage("dev1: no snapshot was taken by " + PROGRAM + ": exit status 5: volume group is full");
    }

    @Test
    void theAddressNamesTheHostAndTheRun() {
        var host = ScriptedSession.host().on("PUT", command -> Answer.of(command, "HTTP/1.1 201 Created\n\n"));

        assertThat(host.perform(takeSnapshot, inputs(ADDRESS)).changed()).isTrue();
        assertThat(host.sent()).containsExactly("PUT https://vmm.example.org/snapshots/dev1/RUN-000042");
    }

    @Test
    void aServerThatRefusesStopsToo() {
        var host = ScriptedSession.host().on("PUT", command -> Answer.of(command, "HTTP/1.1 507 Full\n\nno room\n"));

        assertProblem(Problem.CHECK_FAILED, () -> host.perform(takeSnapshot, inputs(ADDRESS)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lvcreate -s vg/root", "/bin/sh;reboot", "ftp://example.org/x"})
    void onlyAProgramOrAnAddressIsTaken(String hook) {
        assertProblem(Problem.BAD_INPUT, () -> ScriptedSession.host().render(takeSnapshot, inputs(hook)));
    }

    private static TakeSnapshotInputs inputs(String hook) {
        return Inputs.bind(TakeSnapshotInputs.class, Map.of("snapshot", hook, "label", "RUN-000042"));
    }
}
