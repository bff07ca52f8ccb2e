package dev.baton.runner;

import dev.baton.action.Problem;
import org.jspecify.annotations.Nullable;

/** Counts the failures of one pass over a target set and says when it stops. */
final class Pass {

    private final FailureLimit limit;
    private final boolean stopping;
    private final int total;
    private int failures;

    Pass(FanOut fanOut, int total) {
        this.limit = fanOut.limit();
        this.stopping = fanOut.onFailure() == OnFailure.STOP;
        this.total = total;
    }

    synchronized void ended(ActionRow row) {
        if (row.state().failure()) {
            failures++;
        }
    }

    synchronized boolean tooMany() {
        return limit.exceeded(failures, total);
    }

    /**
     * How an action ends that gets no turn; null when it gets one. An action in doubt is under way already: what became of
     * it is found out whatever else happened to the step.
     */
    @Nullable
    Outcome withoutTurn(ActionRow row, StopSignal stop) {
        if (row.doubtful()) {
            return null;
        }
        if (stop.cancelled()) {
            String reason = "the run was cancelled before its turn";
            return Outcome.ended(ActionState.CANCELLED, Problem.CANCELLED, reason, null);
        }
        if (stopping && tooMany()) {
            String reason = "held: too many devices failed before its turn";
            return Outcome.ended(ActionState.HELD, Problem.TOO_MANY_FAILURES, reason, null);
        }
        return null;
    }
}
