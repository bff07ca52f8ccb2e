package dev.baton.runner;

import dev.baton.action.Effect;
import dev.baton.action.Problem;
import java.util.UUID;
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

    static ActionRow planned(QueuedStep step, Effect effect, String device) {
        String id = UUID.randomUUID().toString();
        return new ActionRow(
                id, step.run(), step.step(), device, effect, ActionState.PLANNED, 0, null, null, null, null, null);
    }

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
                outcome.resultJson() == null ? result : outcome.resultJson());
    }

    /** Whether an earlier attempt, here or on a lost node, may have changed the device and nobody knows what became of it. */
    boolean doubtful() {
        return state == ActionState.SENT && effect.changes();
    }

    /** The next attempt; a doubt outlasts it. */
    ActionRow claimed(String byNode) {
        ActionState claimed = doubtful() ? ActionState.SENT : ActionState.INTENT;
        return new ActionRow(id, run, step, device, effect, claimed, attempt + 1, byNode, null, null, null, result);
    }

    ActionRow sent(String notes) {
        return in(ActionState.SENT, notes);
    }

    /** The device says that no earlier attempt took effect. */
    ActionRow refuted() {
        return in(ActionState.INTENT, result);
    }

    private ActionRow in(ActionState other, @Nullable String notes) {
        return new ActionRow(id, run, step, device, effect, other, attempt, node, error, message, changed, notes);
    }
}
