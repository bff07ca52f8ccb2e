package dev.baton.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which activities are wanted; null or empty means any. */
public record ActivityFilter(
        @Nullable String person,
        @Nullable String run,
        @Nullable Instant from,
        @Nullable Instant to) {}
