package dev.baton.runner;

import dev.baton.action.Problem;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Tells the actions of a step to stop. <i>Cancelled</i>: a person ended it, what is under way is cut off and no other node
 * goes on. <i>Released</i>: this node gives the step back, begins nothing more and ends what is under way. <i>Abandoned</i>:
 * it has no time for that, so what is under way is left for the next node just as a crash would leave it.
 */
final class StopSignal {

    private final CountDownLatch stopping = new CountDownLatch(1);
    private final CountDownLatch cutOff = new CountDownLatch(1);
    private final CompletableFuture<Void> told = new CompletableFuture<>();
    private final OpenLinks links = new OpenLinks();
    private volatile boolean cancelled;

    void cancel() {
        cancelled = true;
        abandon();
    }

    void release() {
        stopping.countDown();
        told.complete(null);
    }

    void abandon() {
        stopping.countDown();
        cutOff.countDown();
        links.abort();
        told.complete(null);
    }

    boolean cancelled() {
        return cancelled;
    }

    boolean released() {
        return stopping.getCount() == 0 && !cancelled;
    }

    boolean abandoned() {
        return isCutOff() && !cancelled;
    }

    /** Whether nothing more may be sent, for whatever reason. */
    boolean isCutOff() {
        return cutOff.getCount() == 0;
    }

    OpenLinks links() {
        return links;
    }

    /** Waits within an action. @throws dev.baton.action.ActionProblem {@code CANCELLED} when it is cut off meanwhile */
    void pause(Duration duration) {
        if (awaited(cutOff, duration)) {
            throw Problem.CANCELLED.because(reason());
        }
    }

    /**
     * Waits between two tries, while nothing is under way.
     *
     * @throws ReleasedException when this node gives the step back
     * @throws dev.baton.action.ActionProblem {@code CANCELLED}
     */
    void pauseBetweenTries(Duration duration) {
        if (!awaited(stopping, duration)) {
            return;
        }
        if (cancelled) {
            throw Problem.CANCELLED.because(reason());
        }
        throw new ReleasedException(reason());
    }

    /** Completes when the time is over or the actions are told to stop; {@link #pauseBetweenTries} then says which. */
    CompletableFuture<Void> pausing(Duration duration) {
        return told.copy().completeOnTimeout(null, duration.toMillis(), TimeUnit.MILLISECONDS);
    }

    String reason() {
        return cancelled ? "the run was cancelled" : "this node gave the step back";
    }

    private static boolean awaited(CountDownLatch latch, Duration duration) {
        try {
            return latch.await(duration.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
