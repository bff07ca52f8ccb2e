package dev.baton.finding;

import dev.baton.action.Severity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A finding as people see it.
 *
 * @param part the faulty part; empty for the whole device
 * @param seen how often it was reported
 * @param run the reference of the run that saw it last
 * @param evidence what was seen, as the device told it
 * @param reopened how often it came back soon after it was resolved
 */
public record FindingView(
        String id,
        String device,
        String kind,
        String part,
        Severity severity,
        String message,
        FindingState state,
        int seen,
        Instant openedAt,
        Instant seenAt,
        @Nullable Instant resolvedAt,
        String run,
        @Nullable String evidence,
        int reopened,
        @Nullable Acknowledgement acknowledgement) {

    /** Who took notice, and why the finding may stay. */
    public record Acknowledgement(String by, Instant at, String note) {}
}
