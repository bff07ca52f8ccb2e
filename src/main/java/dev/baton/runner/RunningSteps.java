package dev.baton.runner;

import dev.baton.run.RunCancelled;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** The steps that this node works on: keeps their locks and leases alive, and notices when one was cancelled. */
@Component
class RunningSteps implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(RunningSteps.class);
    private static final int BEATS_PER_LOCK = 6;

    private final ExternalTaskService tasks;
    private final Leases leases;
    private final Node node;
    private final JdbcTemplate jdbc;
    private final long lockMillis;
    private final Map<QueuedStep, Cancellation> steps = new ConcurrentHashMap<>();
    private final ScheduledExecutorService heart =
            Executors.newSingleThreadScheduledExecutor(beat -> new Thread(beat, "baton-heartbeat"));

    RunningSteps(ExternalTaskService tasks, Leases leases, Node node, JdbcTemplate jdbc, RunnerSettings settings) {
        this.tasks = tasks;
        this.leases = leases;
        this.node = node;
        this.jdbc = jdbc;
        this.lockMillis = settings.lock().toMillis();
        jdbc.update(
                "insert into baton_node (id, started_at, heartbeat_at) values (?, current_timestamp, current_timestamp)",
                node.id());
        heart.scheduleWithFixedDelay(
                this::beat, lockMillis / BEATS_PER_LOCK, lockMillis / BEATS_PER_LOCK, TimeUnit.MILLISECONDS);
    }

    Cancellation add(QueuedStep step) {
        Cancellation cancellation = new Cancellation();
        steps.put(step, cancellation);
        return cancellation;
    }

    void remove(QueuedStep step) {
        steps.remove(step);
    }

    int count() {
        return steps.size();
    }

    void cancelAll() {
        steps.values().forEach(Cancellation::cancel);
    }

    @TransactionalEventListener(fallbackExecution = true)
    void cancelled(RunCancelled event) {
        steps.forEach((step, cancellation) -> {
            if (step.run().equals(event.run())) {
                cancellation.cancel();
            }
        });
    }

    private void beat() {
        try {
            leases.renew();
            steps.forEach(this::extend);
            jdbc.update("update baton_node set heartbeat_at = current_timestamp where id = ?", node.id());
        } catch (RuntimeException e) {
            LOG.warn("A heartbeat was missed: {}", e.toString());
        }
    }

    private void extend(QueuedStep step, Cancellation cancellation) {
        try {
            tasks.extendLock(step.task(), node.id(), lockMillis);
        } catch (ProcessEngineException e) {
            if (steps.containsKey(step)) {
                LOG.warn("{} of {} is no longer ours: {}", step.activity(), step.processInstance(), e.getMessage());
                cancellation.cancel();
            }
        }
    }

    @Override
    public void destroy() {
        heart.shutdownNow();
    }
}
