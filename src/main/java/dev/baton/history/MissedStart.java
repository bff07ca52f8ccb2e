package dev.baton.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Starts by a timer that no node could begin in time.
 *
 * @param missed how many, one after the other
 * @param policy {@code RUN_ONCE}, {@code SKIP} or {@code ASK}
 * @param state {@code STARTED}, {@code SKIPPED}, or {@code WAITING} for a person
 */
public record MissedStart(
        String id,
        String procedure,
        String activity,
        Instant firstDue,
        Instant lastDue,
        int missed,
        String policy,
        String state,
        Instant noticedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String reason) {}
