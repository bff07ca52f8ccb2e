package dev.baton.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A procedure that starts by itself.
 *
 * @param activity the start event with the timer
 * @param cycle as the diagram writes it; null for a single moment
 * @param timeZone the zone that the cycle's time of day means
 * @param lastRun the reference of the run that the timer started last
 * @param lastState its state
 * @param lastOutcome the name of the end event that it reached
 * @param missed starts in all that were missed
 */
public record Schedule(
        String procedure,
        String name,
        String activity,
        @Nullable String cycle,
        String timeZone,
        @Nullable Instant nextAt,
        boolean suspended,
        @Nullable String lastRun,
        @Nullable Instant lastAt,
        @Nullable RunState lastState,
        @Nullable String lastOutcome,
        long missed) {}
