package dev.baton.device.snmp;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Waits for one answer at a time, until it is there, the limit has passed or somebody aborts. */
final class Waiting {

    private volatile @Nullable CompletableFuture<?> underWay;
    private volatile boolean aborted;

    /** The answer; whatever else ends the wait cancels the future, so that what feeds it can stop. */
    <T> T until(Limit limit, CompletableFuture<T> answer) throws TimeoutException, ExecutionException {
        underWay = answer;
        try {
            if (aborted) {
                throw new CancellationException();
            }
            return answer.get(limit.left().toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            throw new CancellationException();
        } finally {
            underWay = null;
            answer.cancel(false);
        }
    }

    /** Ends the wait that is under way and every later one. */
    void abort() {
        aborted = true;
        CompletableFuture<?> current = underWay;
        if (current != null) {
            current.cancel(false);
        }
    }
}
