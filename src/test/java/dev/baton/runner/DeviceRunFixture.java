package dev.baton.runner;

import dev.baton.action.Command;
import dev.baton.action.Effect;
import dev.baton.action.Problem;
import dev.baton.action.Session;
import dev.baton.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** One action on one scripted device, on a database that a test chooses. */
abstract class DeviceRunFixture {

    RunnerFixture runner;
    TestDatabase database;
    Journal journal;
    ScriptedLinks links;
    final StopSignal stop = new StopSignal();
    Consumer<Session> delegateProbe = session -> {};
    QueuedStep step;

    abstract TestDatabase database();

    @BeforeEach
    void prepare() {
        database = database();
        runner = new RunnerFixture(database);
        journal = runner.journal;
        links = runner.links;
        step = runner.step(Map.of());
    }

    @AfterEach
    void close() throws InterruptedException {
        runner.close();
    }

    void loseFirstAnswerToAct(String laterAnswers) {
        links.answers = (device, command) -> {
            boolean first = links.reached.stream().filter("box1 act"::equals).count() == 1;
            if (command.equals(ScriptedDelegate.ACT) && first) {
                throw Problem.OUTCOME_UNKNOWN.because("box1: the connection was lost");
            }
            return links.reached.contains("box1 act") ? laterAnswers : "";
        };
    }

    ActionRow run(Effect effect) {
        plan(effect);
        return resume(effect);
    }

    ActionRow run(Effect effect, Command command) {
        plan(effect);
        StepContext<OneCommand.None> context = new StepContext<>(
                step,
                new OneCommand(effect, command),
                new OneCommand.None(),
                Map.of(),
                journal.earlier(step),
                runner.windowGate(),
                stop);
        return runner.deviceRun().run(context, journal.rows(step.step()).get(0));
    }

    void plan(Effect effect) {
        journal.plan(step, effect, List.of("box1"), "its turn");
    }

    ActionRow resume(Effect effect) {
        StepContext<ScriptedDelegate.None> context = new StepContext<>(
                step,
                new ScriptedDelegate(effect, delegateProbe),
                new ScriptedDelegate.None(),
                Map.of(),
                journal.earlier(step),
                runner.windowGate(),
                stop);
        return runner.deviceRun().run(context, journal.rows(step.step()).get(0));
    }

    String stored(String column) {
        return runner.stored("box1", column);
    }

    int transcripts() {
        Integer kept = database.jdbc().queryForObject("select count(*) from baton_transcript", Integer.class);
        return kept == null ? 0 : kept;
    }

    int freeLeases() {
        Integer free = database.jdbc()
                .queryForObject(
                        "select count(*) from baton_lease where expires_at <= current_timestamp"
                                + " and resource not like 'login %'",
                        Integer.class);
        return free == null ? 0 : free;
    }
}
