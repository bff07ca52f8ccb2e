package dev.baton.runner;

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
    private final SilentNodes nodes;
    private final ScheduledExecutorService heart =
            Executors.newSingleThreadScheduledExecutor(beat -> new Thread(beat, "baton-heartbeat"));

    Heartbeat(Leases leases, OpenBreakers breakers, RunningSteps steps, SilentNodes nodes, RunnerSettings settings) {
        this.leases = leases;
        this.breakers = breakers;
        this.steps = steps;
        this.nodes = nodes;
        long millis = settings.beat().toMillis();
        heart.scheduleWithFixedDelay(this::beat, 0, millis, TimeUnit.MILLISECONDS);
    }

    /** Survives everything: a heart that stops gives all the work of this node away. */
    private void beat() {
        survive(leases::renew);
        survive(steps::extendLocks);
        survive(nodes::beat);
        survive(breakers::refresh);
        survive(nodes::settle);
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
