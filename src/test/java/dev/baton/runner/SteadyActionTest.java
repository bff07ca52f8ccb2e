package dev.baton.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.action.Delegate;
import dev.baton.action.Device;
import dev.baton.action.Dialect;
import dev.baton.action.Effect;
import dev.baton.action.Observations;
import dev.baton.action.Observations.Seen;
import dev.baton.action.Result;
import dev.baton.action.Session;
import dev.baton.observation.KeptObservations;
import dev.baton.observation.SteadyObservations;
import dev.baton.testing.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

/** Two actions that go on from one bookmark at the same time. */
class SteadyActionTest {

    private final RunnerFixture runner = new RunnerFixture(TestDatabase.h2());
    private final KeptObservations stored = Mockito.mock(KeptObservations.class);

    @AfterEach
    void close() throws InterruptedException {
        runner.close();
    }

    @Test
    void anActionSendsWhatItRenderedAlthoughAnotherOneMovedTheBookmark() {
        bookmark(7);
        runner.observations = new SteadyObservations(stored);
        runner.links.answers = (device, command) -> {
            bookmark(8);
            return command.text();
        };

        runner.stepRun(new Reader(runner.observations), List.of("box1"))
                .run(runner.step(Map.of("targets", "1")), new StopSignal());

        assertThat(runner.stored("box1", "state")).isEqualTo("SUCCEEDED");
        assertThat(runner.stored("box1", "message")).isEqualTo("look; after 7");
    }

    private void bookmark(int place) {
        Mockito.when(stored.latest("box1", "logs"))
                .thenReturn(Optional.of(new Seen(Map.of("place", place), Instant.EPOCH, Instant.EPOCH, "RUN-000001")));
    }

    @Delegate(name = "Read on", description = "For tests.", inputs = ScriptedDelegate.None.class)
    private static final class Reader extends ScriptedDelegate {

        private final Observations observations;

        Reader(Observations observations) {
            super(Effect.READ);
            this.observations = observations;
        }

        private Command next() {
            return Command.exec("after "
                    + observations
                            .latest("box1", "logs")
                            .orElseThrow()
                            .content()
                            .get("place"));
        }

        @Override
        public List<Command> render(Device device, Dialect dialect, None inputs) {
            return List.of(LOOK, next());
        }

        @Override
        public Result perform(Session session, None inputs) {
            Answer look = session.send(LOOK);
            return Result.unchanged(look.output() + "; " + session.send(next()).output());
        }
    }
}
