package dev.baton.runner;

import dev.baton.action.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What one attempt of an action came to.
 *
 * @param row the action as this attempt claimed it
 * @param sent whether a changing command may have reached the device
 * @param transcript null when another node has the action and nothing was tried
 */
record Attempt(
        ActionRow row,
        Outcome outcome,
        boolean sent,
        @Nullable Transcript transcript) {

    static Attempt lostTo(ActionRow row) {
        Outcome none = Outcome.ended(ActionState.PLANNED, Problem.LOCKED, "another node has it", null);
        return new Attempt(row, none, false, null);
    }

    boolean lost() {
        return transcript == null;
    }

    boolean notApplied() {
        return outcome.state() == ActionState.NOT_APPLIED;
    }
}
