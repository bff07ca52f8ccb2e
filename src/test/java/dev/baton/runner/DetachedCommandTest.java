package dev.baton.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.action.Command;
import dev.baton.action.Effect;
import dev.baton.action.Problem;
import dev.baton.action.Shell;
import dev.baton.testing.TestDatabase;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a detached command when its host answers badly. */
class DetachedCommandTest extends DeviceRunFixture {

    private static final Command INSTALL = Command.exec("install").changing().detach();

    /** The host's answers in turn; one that is empty is lost. */
    private final Queue<String> starts = new ArrayDeque<>();

    private final Queue<String> looks = new ArrayDeque<>();

    @Override
    TestDatabase database() {
        return TestDatabase.h2();
    }

    @BeforeEach
    void onAHost() {
        runner.shell = Shell.POSIX;
        links.answers = (device, command) -> {
            if (command.text().contains(" baton-start ")) {
                return answer(starts, Problem.OUTCOME_UNKNOWN);
            }
            return command.text().contains(" baton-look ") ? answer(looks, Problem.UNREACHABLE) : "";
        };
    }

    private static String answer(Queue<String> answers, Problem lost) {
        String answer = answers.remove();
        if (answer.isEmpty()) {
            throw lost.because("box1: the connection was lost");
        }
        return answer;
    }

    @Test
    void aStartWhoseAnswerIsLostIsNotRepeatedWhereTheCommandRuns() {
        starts.add("");
        looks.addAll(List.of("running 1\n", "ended 0\ndone\n"));

        ActionRow row = run(Effect.ONCE, INSTALL);

        assertThat(row.state()).as(row.message()).isEqualTo(ActionState.SUCCEEDED);
        assertThat(stored("exit_status")).isEqualTo("0");
    }

    @Test
    void aStartThatNeverArrivedIsRepeated() {
        starts.addAll(List.of("", "started\n"));
        looks.addAll(List.of("absent\n", "ended 0\n"));

        ActionRow row = run(Effect.ONCE, INSTALL);

        assertThat(row.state()).as(row.message()).isEqualTo(ActionState.SUCCEEDED);
        assertThat(starts).isEmpty();
    }

    @Test
    void aHostThatIsOutOfReachIsAskedAgain() {
        starts.add("started\n");
        looks.addAll(List.of("", "ended 4\n"));

        ActionRow row = run(Effect.ONCE, INSTALL);

        assertThat(row.state()).as(row.message()).isEqualTo(ActionState.SUCCEEDED);
        assertThat(row.message()).isEqualTo("ended with 4");
    }

    @Test
    void aCommandThatLeftNoExitStatusIsUnknownAndNotStartedAgain() {
        starts.add("started\n");
        looks.add("lost\nhalf\n");

        ActionRow row = run(Effect.ONCE, INSTALL);

        assertThat(row.state()).isEqualTo(ActionState.UNKNOWN);
        assertThat(row.message()).contains("\"install\"", "left no exit status");
        assertThat(stored("attempt")).isEqualTo("1");
    }

    @Test
    void aConvergingCommandThatWentDownWithItsHostBeginsAnew() {
        starts.addAll(List.of("started\n", "started\n"));
        looks.addAll(List.of("lost\n", "absent\n", "ended 0\n"));

        ActionRow row = run(Effect.CONVERGE, INSTALL);

        assertThat(row.state()).as(row.message()).isEqualTo(ActionState.SUCCEEDED);
        assertThat(stored("attempt")).isEqualTo("2");
    }
}
