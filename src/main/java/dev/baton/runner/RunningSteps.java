package dev.baton.runner;

import dev.baton.run.RunCancelled;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** The steps that this node works on: keeps their locks, and notices when one was cancelled or is no longer ours. */
@Component
class RunningSteps {

    private static final Logger LOG = LoggerFactory.getLogger(RunningSteps.class);

    private final ExternalTaskService tasks;
    private final Node node;
    private final long lockMillis;
    private final Map<QueuedStep, StopSignal> steps = new ConcurrentHashMap<>();

    RunningSteps(ExternalTaskService tasks, Node node, RunnerSettings settings) {
        this.tasks = tasks;
        this.node = node;
        this.lockMillis = settings.lock().toMillis();
    }

    StopSignal add(QueuedStep step) {
        StopSignal stop = new StopSignal();
        steps.put(step, stop);
        return stop;
    }

    void remove(QueuedStep step) {
        steps.remove(step);
    }

    int count() {
        return steps.size();
    }

    void releaseAll() {
        steps.values().forEach(StopSignal::release);
    }

    void abandonAll() {
        steps.values().forEach(StopSignal::abandon);
    }

    @TransactionalEventListener(fallbackExecution = true)
    void cancelled(RunCancelled event) {
        steps.forEach((step, stop) -> {
            if (step.run().equals(event.run())) {
                stop.cancel();
            }
        });
    }

    void extendLocks() {
        steps.forEach(this::extendLock);
    }

    /** Only a task that is gone was cancelled; a database that does not answer says nothing about the step. */
    private void extendLock(QueuedStep step, StopSignal stop) {
        try {
            tasks.extendLock(step.task(), node.id(), lockMillis);
        } catch (NotFoundException e) {
            if (steps.containsKey(step)) {
                LOG.info("{} of {} was cancelled", step.activity(), step.processInstance());
                stop.cancel();
            }
        } catch (BadUserRequestException e) {
            if (steps.containsKey(step)) {
                LOG.warn("{} of {} is no longer ours: {}", step.activity(), step.processInstance(), e.getMessage());
                stop.release();
            }
        } catch (RuntimeException e) {
            LOG.warn("The lock of {} was not extended: {}", step.activity(), e.toString());
        }
    }

    /** Lets another node take a step at once; harmless when it has done so already. */
    void giveBack(QueuedStep step) {
        try {
            tasks.extendLock(step.task(), node.id(), 1);
        } catch (RuntimeException e) {
            LOG.info("{} of {} was not ours to give back: {}", step.activity(), step.processInstance(), e.getMessage());
        }
    }
}
