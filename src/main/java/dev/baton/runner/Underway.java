package dev.baton.runner;

import dev.baton.device.unix.Ending;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A command that one connection waits for, and that may be ended over another one meanwhile. */
final class Underway {

    /** How long the end of a command may need to arrive, or one that was just sent to appear on the host. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(3);

    private final Supplier<Ending> end;
    private final Runnable hangUp;
    private final Executor threads;
    private final AtomicBoolean ending = new AtomicBoolean();
    private final CountDownLatch answered = new CountDownLatch(1);
    private final CompletableFuture<Ending> ended = new CompletableFuture<>();

    /**
     * @param end ends it over another connection, however often
     * @param hangUp ends the waiting
     */
    Underway(Supplier<Ending> end, Runnable hangUp, Executor threads) {
        this.end = end;
        this.hangUp = hangUp;
        this.threads = threads;
    }

    /** Begins to end it, once, and does not wait. */
    void end() {
        if (ending.compareAndSet(false, true)) {
            var unused = CompletableFuture.supplyAsync(this::tryToEnd, threads)
                    .exceptionally(fault -> Ending.unconfirmed(fault.toString()))
                    .thenAccept(ended::complete);
        }
    }

    private Ending tryToEnd() {
        Ending seen = end.get();
        if (seen.kind() == Ending.Kind.GONE && !hasAnswered()) {
            seen = end.get();
        }
        if (!seen.confirmed() || !hasAnswered()) {
            hangUp.run();
        }
        return seen;
    }

    private boolean hasAnswered() {
        try {
            return answered.await(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Nobody waits any more. @return what came of ending it; null when nobody tried */
    @Nullable
    Ending over() {
        answered.countDown();
        return ending.compareAndSet(false, true) ? null : ended.join();
    }
}
