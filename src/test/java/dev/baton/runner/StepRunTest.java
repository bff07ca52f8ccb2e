package dev.baton.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.action.Effect;
import dev.baton.action.Problem;
import dev.baton.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StepRunTest {

    private static final Map<String, Object> ONE_AT_A_TIME = Map.of("targets", "1", "concurrency", "1");

    private final RunnerFixture runner = new RunnerFixture(TestDatabase.h2());
    private final StopSignal stop = new StopSignal();

    @AfterEach
    void close() throws InterruptedException {
        runner.close();
    }

    @Test
    void theOthersAreHeldWhenTooManyFailed() {
        runner.links.answers = (device, command) -> {
            throw Problem.COMMAND_REJECTED.because(device + ": no");
        };

        StepResult result = run(Effect.ONCE, List.of("box1", "box2"));

        assertThat(states("box1", "box2")).containsExactly("FAILED", "HELD");
        assertThat(result.tooManyFailed()).isTrue();
        assertThat(result.unfinished()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = Effect.class,
            names = {"CHECKABLE", "ONCE"})
    void anActionThatALostNodeSentIsNeitherHeldNorCancelled(Effect effect) {
        plan(effect, List.of("box1", "box2"));
        setState("box1", "FAILED");
        setState("box2", "SENT");
        runner.links.answers = (device, command) -> "acted";

        run(effect, List.of("box1", "box2"));

        assertThat(states("box2")).containsExactly(effect == Effect.ONCE ? "UNKNOWN" : "SUCCEEDED");
    }

    @ParameterizedTest
    @EnumSource(
            value = Effect.class,
            names = {"CONVERGE", "CHECKABLE", "ONCE"})
    void aCancelEndsWhatWasSentAsUnknownAndTheRestAsCancelled(Effect effect) {
        plan(effect, List.of("box1", "box2"));
        setState("box2", "SENT");
        stop.cancel();

        run(effect, List.of("box1", "box2"));

        assertThat(states("box1", "box2")).containsExactly("CANCELLED", "UNKNOWN");
        assertThat(runner.links.reached).isEmpty();
    }

    @Test
    void aReleasedStepEndsWhatIsUnderWayAndLeavesTheRestAsItWas() {
        plan(Effect.ONCE, List.of("box1", "box2", "box3"));
        setState("box3", "NOT_APPLIED");
        runner.links.answers = (device, command) -> {
            stop.release();
            return "";
        };

        StepResult result = run(Effect.ONCE, List.of("box1", "box2", "box3"));

        assertThat(states("box1", "box2", "box3")).containsExactly("SUCCEEDED", "PLANNED", "NOT_APPLIED");
        assertThat(result.unfinished()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "201", "many"})
    void anUnboundedConcurrencyIsRefusedBeforeAnyDeviceIsTouched(String concurrency) {
        QueuedStep step = runner.step(Map.of("targets", "1", "concurrency", concurrency));
        StepRun stepRun = runner.stepRun(new ScriptedDelegate(Effect.READ), List.of("box1"));

        assertThatThrownBy(() -> stepRun.run(step, stop))
                .hasMessageContaining("concurrency")
                .hasMessageContaining(concurrency);
        assertThat(runner.links.reached).isEmpty();
    }

    @Test
    void aDeviceThatIsNotBegunWaitsForItsTurn() {
        QueuedStep step = runner.step(Map.of("targets", "1", "concurrency", "1", "batches", "1, rest"));
        StepRun stepRun = runner.stepRun(new ScriptedDelegate(Effect.READ), List.of("box1", "box2"));
        AtomicReference<String> seen = new AtomicReference<>();
        runner.links.answers = (device, command) -> {
            if (device.equals("box1")) {
                seen.set(runner.stored("box1", "waiting_for") + "; " + runner.stored("box2", "waiting_for"));
            }
            return "";
        };

        stepRun.run(step, stop);

        assertThat(seen).hasValue("null; its turn, 1 device at a time in batches of 1, rest");
        assertThat(runner.stored("box2", "waiting_for")).isNull();
    }

    @Test
    void aRunWhoseApprovalIsVoidChangesNothing() {
        approval("bob", true);

        assertThatThrownBy(() -> run(Effect.CONVERGE, List.of("box1")))
                .hasMessageContaining(
                        "RUN-000001: Task_Act would change devices, and the approval by bob counts no more");
        assertThat(runner.links.reached).isEmpty();
        assertThat(run(Effect.READ, List.of("box1")).rows()).allMatch(row -> row.state() == ActionState.SUCCEEDED);
    }

    @Test
    void aLaterApprovalOfTheSameRunCounts() {
        approval("bob", true);
        approval("dan", false);

        assertThat(run(Effect.CONVERGE, List.of("box1")).rows()).allMatch(row -> row.state() == ActionState.SUCCEEDED);
    }

    private void approval(String person, boolean isVoid) {
        runner.database
                .jdbc()
                .update(
                        "insert into baton_approval (id, run, task, task_key, task_name, person, requester, decision, reason,"
                                + " refused, decided_at, void_at) values (?, 'RUN-000001', 't', 'Task_Approve', 'Approve', ?,"
                                + " 'ada', 'approve', '', false, cast(? as timestamp with time zone),"
                                + (isVoid ? " current_timestamp)" : " null)"),
                        person,
                        person,
                        isVoid ? "2026-11-25 10:00:00+00" : "2026-11-25 11:00:00+00");
    }

    private StepResult run(Effect effect, List<String> devices) {
        return runner.stepRun(new ScriptedDelegate(effect), devices).run(runner.step(ONE_AT_A_TIME), stop);
    }

    private void plan(Effect effect, List<String> devices) {
        runner.journal.plan(runner.step(ONE_AT_A_TIME), effect, devices, "its turn");
    }

    private void setState(String device, String state) {
        runner.database
                .jdbc()
                .update(
                        "update baton_action set state = ?, node = 'lost', attempt = 1 where device = ?",
                        state,
                        device);
    }

    private List<String> states(String... devices) {
        return List.of(devices).stream()
                .map(device -> runner.stored(device, "state"))
                .toList();
    }
}
