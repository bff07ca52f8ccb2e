package dev.baton.runner;

import dev.baton.runner.cluster.NodeRegistry;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Keeps alive what this node holds: leases first, then the locks of its steps, then its own sign of life. */
@Component
class Heartbeat implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);

    private static final long LAST_BEAT_SECONDS = 10;

    private final Leases leases;
    private final OpenBreakers breakers;
    private final RunningSteps steps;
    private final NodeRegistry nodes;
    private final SilentNodes silent;
    private final ScheduledExecutorService heart =
            Executors.newSingleThreadScheduledExecutor(beat -> new Thread(beat, "baton-heartbeat"));

    Heartbeat(
            Leases leases,
            OpenBreakers breakers,
            RunningSteps steps,
            NodeRegistry nodes,
            SilentNodes silent,
            RunnerSettings settings) {
        this.leases = leases;
        this.breakers = breakers;
        this.steps = steps;
        this.nodes = nodes;
        this.silent = silent;
        long millis = settings.beat().toMillis();
        heart.scheduleWithFixedDelay(this::beat, 0, millis, TimeUnit.MILLISECONDS);
    }

    /** Survives everything: a heart that stops gives all the work of this node away. */
    private void beat() {
        survive(leases::renew);
        survive(steps::extendLocks);
        survive(breakers::refresh);
        survive(nodes::beat);
        survive(silent::settle);
    }

    private static void survive(Runnable part) {
        try {
            part.run();
        } catch (RuntimeException | Error e) {
            LOG.warn("A heartbeat was missed: {}", e.toString());
        }
    }

    @Override
    public void destroy() throws InterruptedException {
        heart.shutdown();
        heart.awaitTermination(LAST_BEAT_SECONDS, TimeUnit.SECONDS);
    }
}
