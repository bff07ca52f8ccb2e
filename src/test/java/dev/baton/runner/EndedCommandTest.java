package dev.baton.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.action.Command;
import dev.baton.action.Effect;
import dev.baton.action.Problem;
import dev.baton.action.Shell;
import dev.baton.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the journal says of a command that was ended on its host, by what the host says of it. */
class EndedCommandTest extends DeviceRunFixture {

    private static final Command ACT = Command.exec("act").changing();

    private final CountDownLatch over = new CountDownLatch(1);
    private volatile boolean acting;

    @Override
    TestDatabase database() {
        return TestDatabase.h2();
    }

    @BeforeEach
    void onAHost() {
        runner.shell = Shell.POSIX;
        links.onAbort = over::countDown;
    }

    /** The command answers when it is ended, or loses its connection. */
    private void hostSays(String ending) {
        links.answers = (device, command) -> {
            if (command.text().contains("baton-end")) {
                if (ending.startsWith("ended")) {
                    over.countDown();
                }
                return ending;
            }
            acting = true;
            await().forever().until(() -> over.getCount() == 0);
            if (links.aborted > 0) {
                throw Problem.OUTCOME_UNKNOWN.because("box1: \"" + command.text() + "\": the answer was lost");
            }
            return "half of it\n";
        };
    }

    private ActionRow cancelled(Effect effect, String ending) {
        hostSays(ending);
        Thread canceller = new Thread(() -> {
            await().atMost(Duration.ofSeconds(30)).until(() -> acting);
            stop.cancel();
        });
        canceller.start();
        return run(effect, ACT);
    }

    @Test
    void aCommandThatWasEndedIsCancelledAndSaysHow() {
        ActionRow row = cancelled(Effect.ONCE, "ended TERM\n");

        assertThat(row.state()).isEqualTo(ActionState.CANCELLED);
        assertThat(row.message())
                .contains("\"act\"", "ended by TERM", "half of it")
                .doesNotContain("baton-");
        assertThat(freeLeases()).isEqualTo(1);
    }

    @Test
    void aCommandThatWasNoLongerThereIsUnknownAndTheDeviceIsFree() {
        ActionRow row = cancelled(Effect.ONCE, "gone\n");

        assertThat(row.state()).isEqualTo(ActionState.UNKNOWN);
        assertThat(row.message()).contains("does not run any more");
        assertThat(freeLeases()).isEqualTo(1);
    }

    @Test
    void aCommandWhoseEndIsNotConfirmedIsUnknownAndKeepsTheDevice() {
        runner.settings(Duration.ofMillis(1), Duration.ofMillis(1), Duration.ZERO);

        ActionRow row = cancelled(Effect.CONVERGE, "alive 4711\n");

        assertThat(row.state()).isEqualTo(ActionState.UNKNOWN);
        assertThat(row.message()).contains("4711 outlived INT, TERM and KILL", "until this action is decided");
        runner.leases.renew();
        assertThat(freeLeases()).isZero();
        assertThat(runner.leases.acquire("box1", "another run")).isEmpty();
    }

    @Test
    void aHostThatCannotBeAskedLeavesTheOutcomeUnknownAndTheDeviceKept() {
        hostSays("");
        var answers = links.answers;
        links.answers = (device, command) -> {
            if (command.text().contains("baton-end")) {
                throw Problem.UNREACHABLE.because("box1 port 22: no route to host");
            }
            return answers.apply(device, command);
        };
        Thread canceller = new Thread(() -> {
            await().atMost(Duration.ofSeconds(30)).until(() -> acting);
            stop.cancel();
        });
        canceller.start();

        ActionRow row = run(Effect.ONCE, ACT);

        assertThat(row.state()).isEqualTo(ActionState.UNKNOWN);
        assertThat(row.message()).contains("may still run: box1 port 22: no route to host");
        assertThat(freeLeases()).isZero();
    }

    @Test
    void aCommandThatOutlivesItsTimeAndCannotBeEndedIsNotRepeated() {
        hostSays("shared\n");

        ActionRow row = run(Effect.CONVERGE, ACT.within(Duration.ofMillis(200)));

        assertThat(row.state()).isEqualTo(ActionState.UNKNOWN);
        assertThat(row.message()).contains("no answer within 0.2 s", "no session of its own");
        assertThat(stored("attempt")).isEqualTo("1");
        assertThat(freeLeases()).isZero();
    }

    @Test
    void aConvergingCommandThatWasEndedInTimeIsRepeated() {
        hostSays("ended KILL\n");

        run(Effect.CONVERGE, ACT.within(Duration.ofMillis(200)));

        assertThat(stored("attempt")).isEqualTo("2");
        assertThat(stored("state")).isEqualTo("SUCCEEDED");
    }

    @Test
    void onlyChangingCommandsOfHostsAreMarked() {
        run(Effect.READ, Command.exec("look"));

        assertThat(links.reached).containsExactly("box1 look");
    }

    @Test
    void aChangingCommandOfAHostIsMarkedWithItsAction() {
        run(Effect.ONCE, ACT);

        assertThat(links.reached).isEqualTo(List.of("box1 (\nact\n)\nexit $? # baton-" + stored("id")));
    }
}
