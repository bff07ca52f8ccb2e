package dev.baton.device.snmp;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What one link waits for, one answer at a time: until it is there, the limit has passed or somebody aborts. */
final class Waiting {

    private volatile @Nullable CompletableFuture<?> underWay;
    private volatile boolean aborted;

    /** The answer; whatever else ends the wait ends this very future, so that what feeds it can stop. */
    <T> CompletableFuture<T> until(Limit limit, CompletableFuture<T> answer) {
        underWay = answer;
        if (aborted) {
            answer.cancel(false);
        }
        return answer.orTimeout(limit.left().toNanos(), TimeUnit.NANOSECONDS);
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
