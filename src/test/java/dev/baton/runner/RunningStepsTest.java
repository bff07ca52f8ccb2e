package dev.baton.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.runner.cluster.NodeRegistry;
import dev.baton.testing.TestDatabase;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

class RunningStepsTest {

    private final RunnerFixture runner = new RunnerFixture(TestDatabase.h2());
    private final ExternalTaskService tasks = Mockito.mock(ExternalTaskService.class);
    private final RunningSteps steps = new RunningSteps(tasks, runner.node, runner.settings);
    private final StopSignal stop = steps.add(runner.step(Map.of()));

    @AfterEach
    void close() throws InterruptedException {
        runner.close();
    }

    @Test
    void aTaskThatIsGoneWasCancelled() {
        answer(new NotFoundException("Cannot find external task with id task"));

        steps.extendLocks();

        assertThat(stop.cancelled()).isTrue();
    }

    @Test
    void aLockThatWasLostReleasesTheStep() {
        answer(new BadUserRequestException("Cannot extend a lock that expired"));

        steps.extendLocks();

        assertThat(stop.cancelled()).isFalse();
        assertThat(stop.released()).isTrue();
        assertThat(stop.abandoned()).isFalse();
    }

    @Test
    void aDatabaseThatDoesNotAnswerSaysNothingAboutTheStep() {
        answer(new ProcessEngineException("no connection"));

        steps.extendLocks();

        assertThat(stop.cancelled()).isFalse();
        assertThat(stop.released()).isFalse();
    }

    @Test
    void theHeartSurvivesWhatIsNoException() throws InterruptedException {
        Mockito.doThrow(new NoClassDefFoundError("gone")).when(tasks).extendLock("task", runner.node.id(), 30_000);
        CountDownLatch beaten = new CountDownLatch(1);
        NodeRegistry nodes = Mockito.mock(NodeRegistry.class);
        Mockito.doAnswer(call -> {
                    beaten.countDown();
                    return null;
                })
                .when(nodes)
                .beat();
        SilentNodes silent = runner.silentNodes();
        Heartbeat heart = new Heartbeat(runner.leases, runner.openBreakers, steps, nodes, silent, runner.settings);

        assertThat(beaten.await(30, TimeUnit.SECONDS)).isTrue();
        heart.destroy();
    }

    private void answer(RuntimeException answer) {
        Mockito.doThrow(answer).when(tasks).extendLock("task", runner.node.id(), 30_000);
    }
}
