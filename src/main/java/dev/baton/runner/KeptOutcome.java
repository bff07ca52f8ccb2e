package dev.baton.runner;

import org.jspecify.annotations.Nullable;

/**
 * How an attempt ended, in the form that outlasts this process.
 *
 * @param reference the run's
 * @param delegate the bean that acted
 * @param row the action as the attempt claimed it
 */
record KeptOutcome(
        String reference, String delegate, ActionRow row, Outcome outcome, Transcript.@Nullable Stored transcript) {

    static KeptOutcome of(QueuedStep step, Attempt attempt) {
        return new KeptOutcome(
                step.reference(), step.delegate(), attempt.row(), attempt.outcome(), Transcripts.stored(attempt));
    }
}
