package dev.baton.device;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** One watchdog for all devices: ends what takes too long by closing its socket, because interrupts do not end a read. */
@Component
public class Deadlines implements AutoCloseable {

    private final ScheduledThreadPoolExecutor watchdog;

    public Deadlines() {
        watchdog = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "device-deadlines");
            thread.setDaemon(true);
            return thread;
        });
        watchdog.setRemoveOnCancelPolicy(true);
    }

    /** Runs a short action, which must not block, unless the deadline is closed before. */
    public Deadline start(Duration limit, Runnable atExpiry) {
        return new Deadline(limit, atExpiry);
    }

    @Override
    public void close() {
        watchdog.shutdownNow();
    }

    /** A limit that runs; closing it calls the watchdog off. */
    public final class Deadline implements AutoCloseable {

        private final long end;
        private final ScheduledFuture<?> expiry;
        private volatile boolean expired;

        private Deadline(Duration limit, Runnable atExpiry) {
            end = System.nanoTime() + limit.toNanos();
            expiry = watchdog.schedule(
                    () -> {
                        expired = true;
                        atExpiry.run();
                    },
                    limit.toNanos(),
                    TimeUnit.NANOSECONDS);
        }

        /** Whether the watchdog has acted. */
        public boolean expired() {
            return expired;
        }

        /** What is left, never negative. */
        public Duration left() {
            return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
        }

        @Override
        public void close() {
            expiry.cancel(false);
        }
    }
}
