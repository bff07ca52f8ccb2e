package dev.baton.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.contains;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.baton.action.Effect;
import dev.baton.action.Problem;
import dev.baton.action.TargetSets;
import dev.baton.inventory.ChangeWindow;
import dev.baton.inventory.InventoryDevice;
import dev.baton.runner.cluster.NodeRegistry;
import dev.baton.testing.TestDatabase;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.externaltask.ExternalTaskQueryBuilder;
import org.camunda.bpm.engine.externaltask.ExternalTaskQueryTopicBuilder;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstanceQuery;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Answers;
import org.mockito.Mockito;

class StepFetcherTest {

    private static final long LONG = 30_000;

    private final RunnerFixture runner = new RunnerFixture(TestDatabase.h2());
    private final ExternalTaskService tasks = mock(ExternalTaskService.class);
    private final HistoryService history = mock(HistoryService.class);
    private final HistoricProcessInstanceQuery instances =
            mock(HistoricProcessInstanceQuery.class, Answers.RETURNS_SELF);
    private final CountDownLatch answered = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private final NodeRegistry nodes = mock(NodeRegistry.class);
    private StepFetcher fetcher;

    @BeforeEach
    void mayBegin() {
        when(nodes.open()).thenReturn(true);
    }

    @AfterEach
    void close() throws InterruptedException {
        answered.countDown();
        fetcher.stop();
        runner.close();
    }

    @Test
    void anEmptyInputIsNoInput() {
        start(
                Effect.READ,
                List.of("box1"),
                task("task1", Variables.putValue("targets", "1").putValue("batches", null)));

        verify(tasks, timeout(LONG)).complete(eq("task1"), anyString(), any(), any());
        assertThat(runner.stored("box1", "state")).isEqualTo("SUCCEEDED");
    }

    @Test
    void aStepThatCannotBeBegunIsAnIncidentAndTheNextOneIsDone() {
        LockedExternalTask lost = task("task1", Variables.putValue("targets", "1"));
        LockedExternalTask next = task("task2", Variables.putValue("targets", "1"));
        when(lost.getProcessInstanceId()).thenReturn("unknown");

        start(Effect.READ, List.of("box1"), lost, next);

        verify(tasks, timeout(LONG)).complete(eq("task2"), anyString(), any(), any());
        verify(tasks)
                .handleFailure(
                        eq("task1"),
                        anyString(),
                        contains("the history does not know"),
                        anyString(),
                        anyInt(),
                        anyLong());
    }

    @Test
    void theFetcherSurvivesWhatIsNoException() {
        when(tasks.fetchAndLock(anyInt(), anyString())).thenThrow(new NoClassDefFoundError("gone"));

        begin(Effect.READ, List.of("box1"));

        verify(tasks, timeout(LONG).atLeast(2)).fetchAndLock(anyInt(), anyString());
    }

    @Test
    void aNodeThatMayBeginNothingFetchesNothingUntilItMay() {
        when(nodes.open()).thenReturn(false);
        start(Effect.READ, List.of("box1"), task("task1", Variables.putValue("targets", "1")));
        verify(nodes, timeout(LONG).atLeast(3)).open();
        verify(tasks, never()).fetchAndLock(anyInt(), anyString());

        when(nodes.open()).thenReturn(true);

        verify(tasks, timeout(LONG)).complete(eq("task1"), anyString(), any(), any());
    }

    @Test
    void aNodeThatMayBeginNothingMoreGivesBackWhatIsNotUnderWay() {
        CountDownLatch acting = answerToAct("");
        start(Effect.ONCE, List.of("box1", "box2"), oneAtATime());
        awaited(acting);

        when(nodes.open()).thenReturn(false);
        awaited(released);
        answered.countDown();

        verify(tasks, timeout(LONG)).extendLock("task1", runner.node.id(), 1);
        assertThat(runner.stored("box1", "state")).isEqualTo("SUCCEEDED");
        assertThat(runner.stored("box2", "state")).isEqualTo("PLANNED");
    }

    @Test
    void aNodeThatStopsEndsWhatIsUnderWayAndGivesTheRestBack() {
        CountDownLatch acting = answerToAct("");
        start(Effect.ONCE, List.of("box1", "box2"), oneAtATime());
        awaited(acting);

        Thread stopping = stop();
        awaited(released);
        answered.countDown();
        joined(stopping);

        assertThat(runner.stored("box1", "state")).isEqualTo("SUCCEEDED");
        assertThat(runner.stored("box2", "state")).isEqualTo("PLANNED");
        verify(tasks).extendLock("task1", runner.node.id(), 1);
        verify(tasks, never()).complete(anyString(), anyString(), any(), any());
    }

    @Test
    void aNodeThatMayNotWaitLeavesWhatIsUnderWayAsACrashWould() {
        runner.settings(Duration.ofSeconds(30), Duration.ofMillis(1), Duration.ofMillis(1));
        runner.links.onAbort = answered::countDown;
        CountDownLatch acting = answerToAct("box1: the connection was lost");
        start(Effect.ONCE, List.of("box1", "box2"), oneAtATime());
        awaited(acting);

        joined(stop());

        assertThat(runner.stored("box1", "state")).isEqualTo("SENT");
        assertThat(runner.stored("box2", "state")).isEqualTo("PLANNED");
        verify(tasks).extendLock("task1", runner.node.id(), 1);
    }

    @Test
    void aStepWhoseLockIsRenewedAtTheMomentOfItsEndIsEndedAllTheSame() {
        doThrow(new OptimisticLockingException("the lock was renewed"))
                .doNothing()
                .when(tasks)
                .complete(anyString(), anyString(), any(), any());

        start(Effect.READ, List.of("box1"), oneAtATime());

        verify(tasks, timeout(LONG).times(2)).complete(anyString(), anyString(), any(), any());
        joined(stop());
        verify(tasks, never()).handleFailure(anyString(), anyString(), anyString(), anyString(), anyInt(), anyLong());
    }

    @Test
    void aStepThatTheDatabaseFailedIsGivenBackAndLosesNoTry() {
        SQLException lost = new SQLException("the connection was lost", "08006");
        doThrow(new ProcessEngineException("persistence", lost))
                .when(tasks)
                .complete(anyString(), anyString(), any(), any());

        start(Effect.READ, List.of("box1"), oneAtATime());

        verify(tasks, timeout(LONG)).extendLock("task1", runner.node.id(), 1);
        joined(stop());
        verify(tasks, never()).handleFailure(anyString(), anyString(), anyString(), anyString(), anyInt(), anyLong());
    }

    @Test
    void aStepThatAnotherNodeHasEndedIsNoFailure() {
        doThrow(new NotFoundException("Cannot find external task with id task1"))
                .when(tasks)
                .complete(anyString(), anyString(), any(), any());

        start(Effect.READ, List.of("box1"), oneAtATime());

        verify(tasks, timeout(LONG)).complete(anyString(), anyString(), any(), any());
        joined(stop());
        verify(tasks, never()).handleFailure(anyString(), anyString(), anyString(), anyString(), anyInt(), anyLong());
    }

    @Test
    void aStepWhoseDevicesWaitForTheirWindowIsLeftToNoNodeMeanwhile() {
        Instant now = runner.now.get();
        LocalTime in6Hours = LocalTime.ofInstant(now.plus(Duration.ofHours(6)), ZoneOffset.UTC);
        InventoryDevice any = RunnerFixture.device("box1");
        ChangeWindow window = new ChangeWindow(
                "later", EnumSet.allOf(DayOfWeek.class), in6Hours, in6Hours.plusHours(1), ZoneOffset.UTC);
        when(runner.inventory.find("box1"))
                .thenReturn(Optional.of(
                        new InventoryDevice(any.device(), any.dependsOn(), null, any.ssh(), null, List.of(window))));

        start(Effect.CONVERGE, List.of("box1"), oneAtATime());

        verify(tasks, timeout(LONG))
                .lock("task1", "change-window", runner.settings.windowCheck().toMillis());
        verify(tasks).unlock("task1");
        joined(stop());
        verify(tasks, never()).extendLock("task1", runner.node.id(), 1);
    }

    /** @return opens when "act" has reached the device, which answers when the test says so */
    private CountDownLatch answerToAct(String loss) {
        CountDownLatch acting = new CountDownLatch(1);
        runner.links.answers = (device, command) -> {
            if (command.equals(ScriptedDelegate.ACT)) {
                acting.countDown();
                awaited(answered);
                if (!loss.isEmpty()) {
                    throw Problem.OUTCOME_UNKNOWN.because(loss);
                }
            }
            return "";
        };
        return acting;
    }

    private void start(Effect effect, List<String> devices, LockedExternalTask... fetched) {
        ExternalTaskQueryTopicBuilder query = mock(ExternalTaskQueryTopicBuilder.class, Answers.RETURNS_SELF);
        ExternalTaskQueryBuilder first = mock(ExternalTaskQueryBuilder.class);
        when(first.topic(anyString(), anyLong())).thenReturn(query);
        when(query.execute()).thenReturn(List.of(fetched), List.of());
        when(tasks.fetchAndLock(anyInt(), anyString())).thenReturn(first);
        begin(effect, devices);
    }

    private void begin(Effect effect, List<String> devices) {
        ScriptedDelegate delegate = new ScriptedDelegate(effect);
        when(history.createHistoricProcessInstanceQuery()).thenReturn(instances);
        StepEnd stepEnd = new StepEnd(
                tasks, mock(TargetSets.class, Answers.RETURNS_DEEP_STUBS), runner.node, runner.database.transactions());
        RunningSteps running = Mockito.spy(new RunningSteps(tasks, runner.node, runner.settings));
        Mockito.doAnswer(call -> {
                    call.callRealMethod();
                    released.countDown();
                    return null;
                })
                .when(running)
                .releaseAll();
        StepWorkers workers =
                new StepWorkers(runner.stepRun(delegate, devices), stepEnd, runner.windows(), running, runner.settings);
        fetcher = new StepFetcher(
                tasks, history, Map.of("act", delegate), workers, stepEnd, runner.node, nodes, runner.settings);
        fetcher.start();
    }

    private LockedExternalTask oneAtATime() {
        return task("task1", Variables.putValue("targets", "1").putValue("concurrency", "1"));
    }

    private LockedExternalTask task(String id, VariableMap variables) {
        HistoricProcessInstance instance = instance();
        when(instances.list()).thenReturn(List.of(instance));
        LockedExternalTask task = mock(LockedExternalTask.class);
        when(task.getId()).thenReturn(id);
        when(task.getTopicName()).thenReturn("act");
        when(task.getProcessInstanceId()).thenReturn("instance");
        when(task.getActivityId()).thenReturn("Task_Act");
        when(task.getActivityInstanceId()).thenReturn("Task_Act:1");
        when(task.getRetries()).thenReturn(null);
        when(task.getVariables()).thenReturn(variables);
        return task;
    }

    private static HistoricProcessInstance instance() {
        HistoricProcessInstance instance = mock(HistoricProcessInstance.class);
        Mockito.when(instance.getId()).thenReturn("instance");
        Mockito.when(instance.getRootProcessInstanceId()).thenReturn("run");
        return instance;
    }

    private Thread stop() {
        Thread stopping = new Thread(fetcher::stop);
        stopping.start();
        return stopping;
    }

    private static void awaited(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void joined(Thread thread) {
        try {
            thread.join(LONG);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        assertThat(thread.isAlive()).isFalse();
    }
}
