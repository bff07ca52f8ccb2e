package dev.baton.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run as lists show it.
 *
 * @param id the root process instance
 * @param procedure key of the procedure
 * @param name name of the procedure when it ran
 * @param mode {@code live} or {@code rehearsal}
 * @param emergency whether it passes over the change windows of its devices
 * @param outcome the end event it reached; null unless it is completed
 */
public record Run(
        String reference,
        String id,
        String procedure,
        String name,
        @Nullable Integer version,
        @Nullable String versionTag,
        String mode,
        RunState state,
        @Nullable Outcome outcome,
        String requester,
        String reason,
        String query,
        boolean emergency,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String cancelledBy,
        @Nullable String cancelReason) {

    /** The end event that a run reached. */
    public record Outcome(String id, String name) {}
}
