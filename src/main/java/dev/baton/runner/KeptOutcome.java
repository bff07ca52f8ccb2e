package dev.baton.runner;

import org.jspecify.annotations.Nullable;

/**
 * How an attempt ended, in the form that outlasts this process.
 *
 * @param reference the run's
 * @param row the action as the attempt claimed it
 */
record KeptOutcome(String reference, ActionRow row, Outcome outcome, Transcript.@Nullable Stored transcript) {

    static KeptOutcome of(String reference, Attempt attempt) {
        return new KeptOutcome(reference, attempt.row(), attempt.outcome(), Transcripts.stored(attempt));
    }
}
