package dev.baton.lab.ssh;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.sshd.common.util.threads.NoCloseExecutor;

/** The threads that all simulated devices share: a few for the network, one clock, and one per session that works. */
public final class Threads implements AutoCloseable {

    private static final int NETWORK = 3;

    private final AtomicInteger counter = new AtomicInteger();
    private final ExecutorService network = Executors.newFixedThreadPool(NETWORK, this::thread);
    private final ExecutorService work = Executors.newCachedThreadPool(this::thread);
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(this::thread);

    public ScheduledExecutorService timer() {
        return timer;
    }

    /** For what waits for one partner. */
    public ExecutorService work() {
        return work;
    }

    NoCloseExecutor network() {
        return new NoCloseExecutor(network);
    }

    @Override
    public void close() {
        timer.shutdownNow();
        work.shutdownNow();
        network.shutdownNow();
    }

    private Thread thread(Runnable task) {
        Thread thread = new Thread(task, "lab-" + counter.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }
}
