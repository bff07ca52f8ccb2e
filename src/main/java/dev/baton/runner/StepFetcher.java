package dev.baton.runner;

import dev.baton.action.ActionProblem;
import dev.baton.action.DeviceDelegate;
import dev.baton.engine.StepSignal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.externaltask.ExternalTaskQueryTopicBuilder;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Claims queued device steps for this node and has them run. */
@Component
class StepFetcher implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(StepFetcher.class);
    private static final String RUN = "run";
    private static final long DRAIN_SECONDS = 20;

    private final ExternalTaskService tasks;
    private final HistoryService history;
    private final Map<String, DeviceDelegate<?>> delegates;
    private final StepRun stepRun;
    private final StepEnd stepEnd;
    private final RunningSteps running;
    private final Node node;
    private final RunnerSettings settings;
    private final ExecutorService steps = Executors.newCachedThreadPool(work -> new Thread(work, "baton-step"));
    private volatile boolean fetching;
    private Thread fetcher = new Thread(this::fetchUntilStopped, "baton-runner");

    StepFetcher(
            ExternalTaskService tasks,
            HistoryService history,
            Map<String, DeviceDelegate<?>> delegates,
            StepRun stepRun,
            StepEnd stepEnd,
            RunningSteps running,
            Node node,
            RunnerSettings settings) {
        this.tasks = tasks;
        this.history = history;
        this.delegates = delegates;
        this.stepRun = stepRun;
        this.stepEnd = stepEnd;
        this.running = running;
        this.node = node;
        this.settings = settings;
    }

    private void fetchUntilStopped() {
        try (StepSignal signal = new StepSignal()) {
            while (fetching) {
                int free = settings.steps() - running.count();
                if (free <= 0 || !fetch(free)) {
                    signal.await(settings.poll());
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("The runner stops");
        }
    }

    private boolean fetch(int most) {
        try {
            List<LockedExternalTask> fetched = locked(most);
            fetched.forEach(task -> {
                QueuedStep step = step(task);
                Cancellation cancellation = running.add(step);
                steps.execute(() -> run(step, cancellation));
            });
            return !fetched.isEmpty();
        } catch (RuntimeException e) {
            LOG.warn("No steps could be fetched: {}", e.toString());
            return false;
        }
    }

    private List<LockedExternalTask> locked(int most) {
        var query = tasks.fetchAndLock(most, node.id());
        for (Map.Entry<String, DeviceDelegate<?>> delegate : delegates.entrySet()) {
            ExternalTaskQueryTopicBuilder topic =
                    query.topic(delegate.getKey(), settings.lock().toMillis());
            query = topic.variables(names(delegate.getValue()).toArray(String[]::new));
        }
        return query.execute();
    }

    private static Set<String> names(DeviceDelegate<?> delegate) {
        Set<String> names = new LinkedHashSet<>(Set.of(RUN));
        for (Class<?> type : List.of(FanOut.class, StepRun.description(delegate).inputs())) {
            for (var component : type.getRecordComponents()) {
                names.add(component.getName());
            }
        }
        return names;
    }

    private QueuedStep step(LockedExternalTask task) {
        String root = history.createHistoricProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult()
                .getRootProcessInstanceId();
        return new QueuedStep(
                task.getId(),
                task.getTopicName(),
                String.valueOf(task.getVariables().getOrDefault(RUN, root)),
                root,
                task.getProcessInstanceId(),
                task.getActivityId(),
                task.getActivityInstanceId(),
                task.getRetries(),
                Map.copyOf(task.getVariables()));
    }

    private void run(QueuedStep step, Cancellation cancellation) {
        try {
            StepResult result = stepRun.run(step, cancellation);
            if (cancellation.cancelled() || result.unfinished()) {
                LOG.info("{} of {} ended elsewhere", step.activity(), step.processInstance());
            } else {
                stepEnd.ended(step, result);
            }
        } catch (ActionProblem e) {
            LOG.warn("{} of {} cannot start: {}", step.activity(), step.processInstance(), e.reason());
            report(step, e, () -> stepEnd.refused(step, e));
        } catch (RuntimeException e) {
            LOG.error("{} of {} broke", step.activity(), step.processInstance(), e);
            report(step, e, () -> stepEnd.broken(step, e.toString(), ""));
        } finally {
            running.remove(step);
        }
    }

    /** The last resort of a failed report is the lock: it expires, and the step is fetched again. */
    private void report(QueuedStep step, RuntimeException reason, Runnable report) {
        try {
            report.run();
        } catch (RuntimeException e) {
            LOG.error("{} of {}: the engine took neither {} nor an incident", step.activity(), step.task(), reason, e);
            try {
                stepEnd.broken(step, String.valueOf(reason.getMessage()), String.valueOf(e.getMessage()));
            } catch (RuntimeException again) {
                LOG.error("{} of {} waits for its lock to expire", step.activity(), step.task(), again);
            }
        }
    }

    @Override
    public void start() {
        fetching = true;
        fetcher = new Thread(this::fetchUntilStopped, "baton-runner");
        fetcher.start();
    }

    @Override
    public void stop() {
        fetching = false;
        fetcher.interrupt();
        steps.shutdown();
        try {
            if (!steps.awaitTermination(DRAIN_SECONDS, TimeUnit.SECONDS)) {
                running.cancelAll();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return fetching;
    }
}
