package dev.baton.runner;

import dev.baton.action.ActionProblem;
import dev.baton.action.Command;
import dev.baton.action.Dialect;
import dev.baton.action.Dialects;
import dev.baton.action.Effect;
import dev.baton.action.Problem;
import dev.baton.inventory.Inventory;
import dev.baton.inventory.InventoryDevice;
import dev.baton.observation.SteadyObservations;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Brings one action on one device to its end, within what its effect class and the error allow. */
@Component
class DeviceRun {

    private final Inventory inventory;
    private final Dialects dialects;
    private final Attempts attempts;
    private final Journal journal;
    private final Outcomes outcomes;
    private final Transcripts transcripts;
    private final LeaseQueue leases;
    private final Leashes leashes;
    private final DeviceBreakers breakers;
    private final BackOff backOff;
    private final SteadyObservations observations;
    private final RunnerSettings settings;

    DeviceRun(
            Inventory inventory,
            Dialects dialects,
            Attempts attempts,
            Journal journal,
            Outcomes outcomes,
            Transcripts transcripts,
            LeaseQueue leases,
            Leashes leashes,
            DeviceBreakers breakers,
            BackOff backOff,
            SteadyObservations observations,
            RunnerSettings settings) {
        this.inventory = inventory;
        this.dialects = dialects;
        this.attempts = attempts;
        this.journal = journal;
        this.outcomes = outcomes;
        this.transcripts = transcripts;
        this.leases = leases;
        this.leashes = leashes;
        this.breakers = breakers;
        this.backOff = backOff;
        this.observations = observations;
        this.settings = settings;
    }

    /** @return the action's row as it ended here; one in an open state is left to another turn, here or on another node */
    <I extends Record> ActionRow run(StepContext<I> context, ActionRow row) {
        EarlierTry earlier = context.earlier().get(row.device());
        if (earlier != null && earlier.decidedAsDone()) {
            return ended(row, Outcome.decided(earlier));
        }
        return observations.during(() -> {
            ActionOnDevice<I> action;
            try {
                action = action(context, row);
            } catch (ActionProblem e) {
                return stopped(row, e);
            }
            return untilEnd(action, row, earlier);
        });
    }

    /** @throws ActionProblem when the device is gone or nothing can be rendered for it */
    <I extends Record> ActionOnDevice<I> action(StepContext<I> context, ActionRow row) {
        InventoryDevice device = inventory
                .find(row.device())
                .orElseThrow(() -> Problem.BAD_INPUT.because(row.device() + " is no longer in the inventory"));
        Dialect dialect = dialects.of(device.device().platform());
        List<Command> commands = context.delegate().render(device.device(), dialect, context.inputs());
        return new ActionOnDevice<>(context, device, dialect, commands);
    }

    private ActionRow untilEnd(ActionOnDevice<?> action, ActionRow planned, @Nullable EarlierTry undecided) {
        ActionRow row = planned;
        EarlierTry earlier = undecided;
        Lease lease = null;
        Duration pause = Duration.ZERO;
        try {
            for (int tries = 1; ; tries++) {
                if (action.context().windows().isClosed(action.device(), row)) {
                    return row;
                }
                lease = leases.keep(lease, action.device(), row, action.stop());
                boolean doubtful = row.doubtful() || earlier != null;
                boolean goesOn = row.doubtful() && action.resumable();
                if (doubtful && !goesOn && row.effect() == Effect.ONCE) {
                    return ended(row, lostBefore(earlier));
                }
                boolean probing = doubtful && !goesOn && row.effect() == Effect.CHECKABLE;
                Attempt attempt = attempt(action, lease, row, probing);
                if (attempt.lost()) {
                    return row;
                }
                if (attempt.notApplied()) {
                    transcripts.keep(attempt, false);
                    row = attempt.row().refuted();
                    earlier = null;
                    continue;
                }
                if (isLast(attempt, tries, action.resumable())) {
                    return concluded(action, lease, attempt);
                }
                row = attempt.row();
                pause = backOff.after(attempt.problem(), pause);
                journal.again(row, attempt.outcome().message(), pause);
                transcripts.keep(attempt, false);
                if (!attempt.left() && attempt.anew()) {
                    leashes.forget(action, row);
                }
                action.stop().pauseBetweenTries(pause);
            }
        } catch (ReleasedException e) {
            return row;
        } catch (ActionProblem e) {
            return stopped(row, e);
        } finally {
            leases.release(lease);
        }
    }

    boolean isLast(Attempt attempt, int tries, boolean resumable) {
        return !attempt.left() && (tries >= settings.attempts() || !attempt.repeatable(resumable));
    }

    private Attempt attempt(ActionOnDevice<?> action, @Nullable Lease lease, ActionRow row, boolean probing) {
        return breakers.whenClosed(
                row,
                action.stop(),
                () -> probing ? attempts.probe(action, lease, row) : attempts.perform(action, lease, row));
    }

    private static Outcome lostBefore(@Nullable EarlierTry earlier) {
        return Attempts.unknown(
                earlier == null
                        ? "the command was sent and its outcome was lost; decide whether it took effect"
                        : "an earlier try was sent and its outcome is unknown; decide action " + earlier.action()
                                + " first",
                null);
    }

    private ActionRow concluded(ActionOnDevice<?> action, @Nullable Lease lease, Attempt attempt) {
        leases.holdIfWanted(lease);
        KeptOutcome ended = KeptOutcome.of(action.context().step(), attempt);
        if (!outcomes.write(ended)) {
            return attempt.row();
        }
        leashes.forget(action, attempt.row());
        return attempt.row().ended(attempt.outcome());
    }

    /** The end of an action between its tries: nothing tells what became of one that had been sent. */
    private ActionRow stopped(ActionRow row, ActionProblem problem) {
        return ended(row, outcome(row, problem));
    }

    static Outcome outcome(ActionRow row, ActionProblem problem) {
        return row.doubtful()
                ? Attempts.unknown("it was sent and its outcome was lost; then " + problem.reason(), null)
                : Outcome.ended(Attempts.endState(problem.problem()), problem.problem(), problem.reason(), null);
    }

    private ActionRow ended(ActionRow row, Outcome outcome) {
        return journal.outcome(row, outcome) ? row.ended(outcome) : row;
    }
}
