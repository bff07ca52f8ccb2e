package dev.baton.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which runs are wanted; null means any. */
public record RunFilter(
        @Nullable RunState state,
        @Nullable String procedure,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String requester,
        @Nullable String device) {

    public static final RunFilter ALL = new RunFilter(null, null, null, null, null, null);

    public static RunFilter inState(RunState state) {
        return new RunFilter(state, null, null, null, null, null);
    }
}
