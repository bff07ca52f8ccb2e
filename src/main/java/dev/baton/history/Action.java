package dev.baton.history;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One operation on one device, as the journal has it.
 *
 * @param run reference of the run
 * @param step the activity instance
 * @param effect {@code READ}, {@code CONVERGE}, {@code CHECKABLE} or {@code ONCE}
 * @param state the journal's word, e.g. {@code SENT}
 * @param result facts as JSON
 * @param waitingFor why it does not go on; null when it does or has ended
 * @param waitingNode the node on which it waits; null while no node has its step
 * @param transcript the last attempt's; null when there is none
 */
public record Action(
        String id,
        String run,
        String step,
        String activity,
        String device,
        String delegate,
        String effect,
        String state,
        int attempt,
        @Nullable String node,
        Instant plannedAt,
        @Nullable Instant intentAt,
        @Nullable Instant sentAt,
        @Nullable Instant finishedAt,
        @Nullable Integer exitStatus,
        @Nullable String error,
        @Nullable String message,
        @Nullable String command,
        @Nullable Boolean changed,
        @JsonRawValue @Nullable String result,
        @Nullable String waitingFor,
        @Nullable Instant waitingSince,
        @Nullable String waitingNode,
        @Nullable String decidedBy,
        @Nullable String decisionReason,
        @Nullable TranscriptDigest transcript) {

    /** The words that the journal has for states, in the order of an action's life. */
    public static final List<String> STATES = List.of(
            "PLANNED",
            "INTENT",
            "SENT",
            "SUCCEEDED",
            "FAILED",
            "UNKNOWN",
            "NOT_APPLIED",
            "ABANDONED",
            "REFUSED",
            "CANCELLED",
            "HELD");

    /** From the first intent to the end, or until then; null when it has not begun. */
    public @Nullable Duration duration(Instant now) {
        return intentAt == null ? null : Duration.between(intentAt, finishedAt == null ? now : finishedAt);
    }

    /** How long a transcript is, and its digest. */
    public record TranscriptDigest(int bytes, String sha256) {}
}
