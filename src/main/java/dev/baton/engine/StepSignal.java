package dev.baton.engine;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.util.SingleConsumerCondition;

/** Wakes a waiting thread as soon as this node commits a newly queued step. */
public final class StepSignal extends SingleConsumerCondition implements AutoCloseable {

    private final Semaphore signals = new Semaphore(0);

    public StepSignal() {
        super(Thread.currentThread());
        ProcessEngineImpl.EXT_TASK_CONDITIONS.addConsumer(this);
    }

    @Override
    public void signal() {
        signals.release();
    }

    /** Waits for the next signal, at most this long; signals that came meanwhile count as one. */
    public void await(java.time.Duration limit) throws InterruptedException {
        if (signals.tryAcquire(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            signals.drainPermits();
        }
    }

    @Override
    public void close() {
        ProcessEngineImpl.EXT_TASK_CONDITIONS.removeConsumer(this);
    }
}
