package dev.baton.runner;

import dev.baton.action.ActionProblem;
import dev.baton.action.Effect;
import dev.baton.action.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What one attempt of an action came to.
 *
 * @param row the action as this attempt claimed it; SENT when a changing command may have reached the device
 * @param outcome in an open state when the attempt did not come to an end here
 * @param problem what went wrong, before it was judged by what had been sent
 * @param transcript null when another node has the action and nothing was tried
 */
record Attempt(
        ActionRow row,
        Outcome outcome,
        @Nullable Problem problem,
        @Nullable Transcript transcript) {

    static Attempt lostTo(ActionRow row) {
        return new Attempt(row, Outcome.ended(row.state(), Problem.LOCKED, "another node has it", null), null, null);
    }

    static Attempt leftFor(ActionRow row, ActionProblem problem, Transcript transcript) {
        Outcome none =
                Outcome.ended(row.state(), problem.problem(), "left for another node: " + problem.reason(), null);
        return new Attempt(row, none, problem.problem(), transcript);
    }

    boolean lost() {
        return transcript == null;
    }

    boolean notApplied() {
        return outcome.state() == ActionState.NOT_APPLIED;
    }

    boolean left() {
        return outcome.state().open() && !notApplied();
    }

    /** Whether another try begins anew: what this one started is known to have ended, or may be begun twice. */
    boolean anew() {
        return row.effect() == Effect.CONVERGE || (problem != null && !Attempts.noEvidence(problem));
    }

    /**
     * Whether the platform may try the action again, by its effect class and the error.
     *
     * @param resumable whether another try would go on with what this one has started
     */
    boolean repeatable(boolean resumable) {
        if (problem == null) {
            return false;
        }
        if (row.doubtful() && row.effect() == Effect.ONCE) {
            return resumable && problem == Problem.UNREACHABLE;
        }
        return problem.retryable() || (problem == Problem.OUTCOME_UNKNOWN && row.doubtful());
    }
}
