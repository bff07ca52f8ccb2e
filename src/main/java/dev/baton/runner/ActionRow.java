package dev.baton.runner;

import dev.baton.action.Effect;
import dev.baton.action.Problem;
import org.jspecify.annotations.Nullable;

/** One row of the journal. */
record ActionRow(
        String id,
        String run,
        String step,
        String device,
        Effect effect,
        ActionState state,
        int attempt,
        @Nullable String node,
        @Nullable Problem error,
        @Nullable String message,
        @Nullable Boolean changed,
        @Nullable String result) {

    ActionRow ended(Outcome outcome) {
        return new ActionRow(
                id,
                run,
                step,
                device,
                effect,
                outcome.state(),
                attempt,
                node,
                outcome.error(),
                outcome.message(),
                outcome.changed(),
                outcome.resultJson());
    }

    ActionRow claimed(String byNode) {
        return new ActionRow(
                id, run, step, device, effect, ActionState.INTENT, attempt + 1, byNode, null, null, null, result);
    }
}
