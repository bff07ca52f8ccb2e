package dev.baton.runner;

import dev.baton.action.ActionProblem;
import dev.baton.action.Command;
import dev.baton.action.Dialect;
import dev.baton.action.Dialects;
import dev.baton.action.Effect;
import dev.baton.action.Findings;
import dev.baton.action.Problem;
import dev.baton.action.Result;
import dev.baton.inventory.Inventory;
import dev.baton.inventory.InventoryDevice;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Brings one action on one device to its end, within what its effect class and the error allow. */
@Component
class DeviceRun {

    private static final Logger LOG = LoggerFactory.getLogger(DeviceRun.class);
    private static final Duration LONGEST_BACK_OFF = Duration.ofMinutes(1);

    private final Inventory inventory;
    private final Dialects dialects;
    private final Attempts attempts;
    private final Journal journal;
    private final Transcripts transcripts;
    private final LeaseQueue leases;
    private final Findings findings;
    private final RunnerSettings settings;

    DeviceRun(
            Inventory inventory,
            Dialects dialects,
            Attempts attempts,
            Journal journal,
            Transcripts transcripts,
            LeaseQueue leases,
            Findings findings,
            RunnerSettings settings) {
        this.inventory = inventory;
        this.dialects = dialects;
        this.attempts = attempts;
        this.journal = journal;
        this.transcripts = transcripts;
        this.leases = leases;
        this.findings = findings;
        this.settings = settings;
    }

    /** @return the action's row as it ended here; a row in an open state means that another node has it now */
    <I extends Record> ActionRow run(StepContext<I> context, ActionRow row) {
        EarlierTry earlier = context.earlier().get(row.device());
        if (earlier != null && earlier.decidedAsDone()) {
            return ended(row, Outcome.decided(earlier));
        }
        Lease lease = null;
        try {
            InventoryDevice device = inventory
                    .find(row.device())
                    .orElseThrow(() -> Problem.BAD_INPUT.because(row.device() + " is no longer in the inventory"));
            Dialect dialect = dialects.of(device.device().platform());
            List<Command> commands = context.delegate().render(device.device(), dialect, context.inputs());
            lease = row.effect().changes() ? leases.await(row, context.cancellation()) : null;
            return untilEnd(new ActionOnDevice<>(context, device, dialect, commands, lease), row, earlier);
        } catch (ActionProblem e) {
            return ended(row, Outcome.ended(Attempts.endState(e.problem()), e.problem(), e.reason(), null));
        } finally {
            if (lease != null) {
                leases.release(lease);
            }
        }
    }

    private ActionRow untilEnd(ActionOnDevice<?> action, ActionRow planned, @Nullable EarlierTry earlier) {
        ActionRow row = planned;
        boolean doubtful = row.state() == ActionState.SENT || earlier != null;
        Duration backOff = settings.backOff();
        for (int tries = 1; ; tries++) {
            if (doubtful && row.effect() == Effect.ONCE) {
                return ended(row, lostBefore(earlier));
            }
            Attempt attempt = doubtful && row.effect() == Effect.CHECKABLE
                    ? attempts.probe(action, row)
                    : attempts.perform(action, row);
            if (attempt.lost()) {
                return attempt.row();
            }
            row = attempt.row();
            doubtful = attempt.sent();
            if (!attempt.notApplied()) {
                if (tries >= settings.attempts() || !repeatable(attempt, action.cancellation())) {
                    return concluded(action, attempt);
                }
                journal.again(row, attempt.outcome().message());
            }
            transcripts.keep(attempt, false);
            if (!attempt.notApplied() && !paused(action.cancellation(), backOff)) {
                return concluded(action, attempt);
            }
            backOff = longer(backOff);
        }
    }

    private static boolean repeatable(Attempt attempt, Cancellation cancellation) {
        Problem error = attempt.outcome().error();
        if (error == null || cancellation.cancelled()) {
            return false;
        }
        boolean harmless = !attempt.sent() || attempt.row().effect() != Effect.ONCE;
        return harmless && (error.retryable() || (error == Problem.OUTCOME_UNKNOWN && attempt.sent()));
    }

    private static boolean paused(Cancellation cancellation, Duration backOff) {
        try {
            cancellation.pause(backOff);
            return true;
        } catch (ActionProblem e) {
            return false;
        }
    }

    private static Duration longer(Duration backOff) {
        Duration doubled = backOff.multipliedBy(2);
        return doubled.compareTo(LONGEST_BACK_OFF) > 0 ? LONGEST_BACK_OFF : doubled;
    }

    private static Outcome lostBefore(@Nullable EarlierTry earlier) {
        return Attempts.unknown(
                earlier == null
                        ? "the command was sent and its outcome was lost; decide whether it took effect"
                        : "an earlier try was sent and its outcome is unknown; decide action " + earlier.action()
                                + " first",
                null);
    }

    private ActionRow concluded(ActionOnDevice<?> action, Attempt attempt) {
        boolean current = journal.outcome(attempt.row(), attempt.outcome());
        transcripts.keep(attempt, !current);
        if (!current) {
            LOG.warn(
                    "{}: the outcome came late; another attempt has the action",
                    attempt.row().device());
            return attempt.row();
        }
        Result result = attempt.outcome().result();
        if (result != null) {
            result.findings()
                    .forEach(finding -> findings.report(action.context().step().reference(), finding));
        }
        return attempt.row().ended(attempt.outcome());
    }

    private ActionRow ended(ActionRow row, Outcome outcome) {
        journal.outcome(row, outcome);
        return row.ended(outcome);
    }
}
