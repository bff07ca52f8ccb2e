package dev.baton.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.action.Command;
import dev.baton.action.Effect;
import dev.baton.action.Problem;
import dev.baton.action.Shell;
import dev.baton.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
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
    void whatItSaysIsShownInWholeLinesWhileItRunsAndInTheTranscriptAfterwards() {
        Queue<String> shown = new ArrayDeque<>();
        Queue<String> messages = new ArrayDeque<>();
        runner.pace = new DetachedCommands.Pace(Duration.ofMillis(1), Duration.ofMillis(4), Duration.ofMillis(2));
        starts.add("started\n");
        looks.addAll(List.of("running 1 10 0\nline 1\nlin", "running 2 20 0\ne 2\nline 3\n", "ended 0\nall of it\n"));
        var answers = links.answers;
        links.answers = (device, command) -> {
            if (command.text().contains(" baton-look ")) {
                shown.add(output());
                messages.add(String.valueOf(stored("message")));
            }
            return answers.apply(device, command);
        };

        ActionRow row = run(Effect.ONCE, INSTALL);

        assertThat(row.state()).as(row.message()).isEqualTo(ActionState.SUCCEEDED);
        assertThat(shown).containsExactly("", "line 1\n", "line 1\nline 2\nline 3\n");
        assertThat(messages).endsWith("it has run for 1 s: line 1", "it has run for 2 s: line 3");
        assertThat(links.reached).anyMatch(sent -> sent.endsWith("'20' '0'"));
        assertThat(output()).isEmpty();
    }

    @Test
    void theConnectionIsGivenUpBeforeALongPause() {
        runner.pace = new DetachedCommands.Pace(Duration.ofMillis(1), Duration.ofMillis(4), Duration.ZERO);
        starts.add("started\n");
        looks.addAll(List.of("running 1 0 0\n", "running 2 0 0\n", "ended 0\n"));

        AtomicInteger closed = new AtomicInteger();
        links.onClose = closed::incrementAndGet;

        run(Effect.ONCE, INSTALL);

        assertThat(closed.get()).isGreaterThanOrEqualTo(3);
    }

    private String output() {
        return String.join(
                "",
                database.jdbc()
                        .query(
                                "select content from baton_output order by position",
                                (line, number) -> new String(line.getBytes(1), StandardCharsets.UTF_8)));
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
