package dev.baton.runner;

import dev.baton.action.ActionProblem;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Works on the steps that this node has claimed and tells the engine how they ended; lets them go when the node stops. */
@Component
class StepWorkers {

    private static final Logger LOG = LoggerFactory.getLogger(StepWorkers.class);
    private static final Duration LAST_WORDS = Duration.ofSeconds(10);

    private final StepRun stepRun;
    private final StepEnd stepEnd;
    private final ChangeWindows windows;
    private final RunningSteps running;
    private final RunnerSettings settings;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> new Thread(work, "baton-step"));

    StepWorkers(
            StepRun stepRun, StepEnd stepEnd, ChangeWindows windows, RunningSteps running, RunnerSettings settings) {
        this.stepRun = stepRun;
        this.stepEnd = stepEnd;
        this.windows = windows;
        this.running = running;
        this.settings = settings;
    }

    int free() {
        return settings.steps() - running.count();
    }

    void begin(QueuedStep step) {
        StopSignal stop = running.add(step);
        threads.execute(() -> work(step, stop));
    }

    private void work(QueuedStep step, StopSignal stop) {
        try {
            StepResult result = stepRun.run(step, stop);
            if (!stop.cancelled() && !result.unfinished()) {
                stepEnd.ended(step, result);
                return;
            }
            Instant opens = result.opens();
            if (opens != null && !stop.cancelled() && !stop.released()) {
                running.remove(step);
                stepEnd.rests(step, windows.rest(opens));
                return;
            }
            LOG.info("{} of {} ends elsewhere", step.activity(), step.processInstance());
            if (stop.released()) {
                running.giveBack(step);
            }
        } catch (ActionProblem e) {
            LOG.warn("{} of {} cannot start: {}", step.activity(), step.processInstance(), e.reason());
            report(step, e, () -> stepEnd.refused(step, e));
        } catch (NotFoundException e) {
            LOG.info("{} of {} was ended elsewhere", step.activity(), step.processInstance());
        } catch (RuntimeException | Error e) {
            if (Outage.isBehind(e)) {
                LOG.warn("{} of {} waits for the database: {}", step.activity(), step.processInstance(), e.toString());
                running.giveBack(step);
                return;
            }
            LOG.error("{} of {} broke", step.activity(), step.processInstance(), e);
            report(step, e, () -> stepEnd.broken(step.task(), step.retries(), e.toString(), ""));
        } finally {
            running.remove(step);
        }
    }

    /** The last resort of a failed report is the lock: it expires, and the step is fetched again. */
    private void report(QueuedStep step, Throwable reason, Runnable report) {
        try {
            report.run();
        } catch (RuntimeException e) {
            LOG.error("{} of {}: the engine took neither {} nor an incident", step.activity(), step.task(), reason, e);
            try {
                stepEnd.broken(
                        step.task(),
                        step.retries(),
                        String.valueOf(reason.getMessage()),
                        String.valueOf(e.getMessage()));
            } catch (RuntimeException again) {
                LOG.error("{} of {} waits for its lock to expire", step.activity(), step.task(), again);
            }
        }
    }

    /** Gives back what is not under way. */
    void beginNothingMore() {
        running.releaseAll();
    }

    /** Begins nothing more, gives what is under way its time, and then leaves it as a crash would. */
    void drain() {
        running.releaseAll();
        threads.shutdown();
        try {
            if (!threads.awaitTermination(settings.drain().toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("{} steps are still under way after {}", running.count(), settings.drain());
                running.abandonAll();
                threads.awaitTermination(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
