package dev.baton.runner;

import dev.baton.action.Problem;
import dev.baton.action.Result;
import org.jspecify.annotations.Nullable;

/** How an attempt ended. */
record Outcome(
        ActionState state,
        @Nullable Problem error,
        String message,
        @Nullable Boolean changed,
        @Nullable Integer exitStatus,
        @Nullable Result result,
        @Nullable String resultJson) {

    static Outcome of(Result result, @Nullable Integer exitStatus, String json) {
        return new Outcome(ActionState.SUCCEEDED, null, result.summary(), result.changed(), exitStatus, result, json);
    }

    static Outcome ended(ActionState state, Problem error, String message, @Nullable Integer exitStatus) {
        return new Outcome(state, error, message, null, exitStatus, null, null);
    }

    static Outcome decided(EarlierTry earlier) {
        return new Outcome(
                ActionState.SUCCEEDED,
                null,
                "done before, as " + earlier.decidedBy() + " decided",
                false,
                null,
                null,
                null);
    }
}
