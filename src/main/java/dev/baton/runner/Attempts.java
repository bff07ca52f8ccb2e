package dev.baton.runner;

import dev.baton.action.ActionProblem;
import dev.baton.action.Command;
import dev.baton.action.Effect;
import dev.baton.action.Probe;
import dev.baton.action.Problem;
import dev.baton.action.Result;
import dev.baton.device.DeviceLink;
import dev.baton.device.DeviceLinks;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tries an action once, or probes what became of an earlier try. */
@Component
class Attempts {

    private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);

    private final DeviceLinks links;
    private final Journal journal;
    private final Facts facts;
    private final Node node;

    Attempts(DeviceLinks links, Journal journal, Facts facts, Node node) {
        this.links = links;
        this.journal = journal;
        this.facts = facts;
        this.node = node;
    }

    <I extends Record> Attempt perform(ActionOnDevice<I> action, ActionRow before) {
        if (!journal.intent(before, node.id(), action.lease(), action.commandText(), action.digest())) {
            return Attempt.lostTo(before);
        }
        ActionRow row = before.claimed(node.id());
        Transcript transcript = new Transcript(action.dialect());
        DeviceLink link = links.open(action.device());
        action.cancellation().watch(link);
        GuardedSession session = session(
                action, link, action.commands(), transcript, notes -> journalSent(action, row, facts.write(notes)));
        try {
            Result result = action.context()
                    .delegate()
                    .perform(session, action.context().inputs());
            Outcome outcome = Outcome.of(result, transcript.exitStatus(), facts.write(result.facts()));
            return new Attempt(row, outcome, session.sent(), transcript);
        } catch (ActionProblem e) {
            return failed(row, session, transcript, e);
        } catch (RuntimeException e) {
            LOG.error("{} failed on {}", action.context().step().delegate(), row.device(), e);
            return failed(row, session, transcript, Problem.ANSWER_INCOMPLETE.because("the delegate failed: " + e));
        } finally {
            action.cancellation().forget(link);
            link.close();
        }
    }

    /** Asks the device whether a lost attempt took effect; sends nothing that changes it. */
    <I extends Record> Attempt probe(ActionOnDevice<I> action, ActionRow before) {
        Lease lease = action.lease();
        if (lease == null || !journal.probing(before, node.id(), lease)) {
            return Attempt.lostTo(before);
        }
        ActionRow row = before.claimed(node.id());
        Transcript transcript = new Transcript(action.dialect());
        transcript.note("an earlier attempt was sent and its outcome was lost: probing");
        DeviceLink link = links.open(action.device());
        action.cancellation().watch(link);
        GuardedSession session = session(action, link, action.reads(), transcript, notes -> {
            throw Problem.PLAN_DEVIATION.because("a probe must not change " + row.device());
        });
        try {
            Probe probe =
                    action.context().delegate().probe(session, action.context().inputs());
            return new Attempt(row, outcome(probe), false, transcript);
        } catch (ActionProblem e) {
            return new Attempt(row, unknown("the probe failed: " + e.reason(), null), true, transcript);
        } finally {
            action.cancellation().forget(link);
            link.close();
        }
    }

    private Outcome outcome(Probe probe) {
        if (probe instanceof Probe.Applied applied) {
            return Outcome.of(
                    applied.result(), null, facts.write(applied.result().facts()));
        }
        if (probe instanceof Probe.NotApplied notApplied) {
            return Outcome.ended(ActionState.NOT_APPLIED, Problem.OUTCOME_UNKNOWN, notApplied.reason(), null);
        }
        return unknown(((Probe.Undecided) probe).reason(), null);
    }

    private GuardedSession session(
            ActionOnDevice<?> action,
            DeviceLink link,
            List<Command> allowed,
            Transcript transcript,
            GuardedSession.SendPermit permit) {
        return new GuardedSession(
                action.context().step().reference(),
                action.device().device(),
                action.dialect(),
                link,
                allowed,
                action.facts(),
                action.cancellation(),
                transcript,
                permit);
    }

    private void journalSent(ActionOnDevice<?> action, ActionRow row, String notes) {
        if (action.lease() == null) {
            throw Problem.PLAN_DEVIATION.because(
                    row.device() + ": an action of class READ must not send a changing command");
        }
        if (!journal.sent(row, action.lease(), notes)) {
            throw Problem.LOCKED.because(row.device() + ": the lease was lost before sending");
        }
    }

    private static Attempt failed(ActionRow row, GuardedSession session, Transcript transcript, ActionProblem e) {
        boolean unclear = session.sent() && row.effect() != Effect.READ && unclearAfterSending(e.problem());
        Outcome outcome = unclear
                ? unknown(e.reason(), transcript.exitStatus())
                : Outcome.ended(endState(e.problem()), e.problem(), e.reason(), transcript.exitStatus());
        return new Attempt(row, outcome, session.sent(), transcript);
    }

    private static boolean unclearAfterSending(Problem problem) {
        return switch (problem) {
            case UNREACHABLE, TIMEOUT, OUTCOME_UNKNOWN, CANCELLED, ANSWER_INCOMPLETE -> true;
            default -> false;
        };
    }

    static ActionState endState(Problem problem) {
        return switch (problem) {
            case CANCELLED -> ActionState.CANCELLED;
            case PLAN_DEVIATION, NOT_APPROVED, OUTSIDE_WINDOW -> ActionState.REFUSED;
            case OUTCOME_UNKNOWN -> ActionState.UNKNOWN;
            default -> ActionState.FAILED;
        };
    }

    static Outcome unknown(String reason, @Nullable Integer exitStatus) {
        return Outcome.ended(ActionState.UNKNOWN, Problem.OUTCOME_UNKNOWN, reason, exitStatus);
    }
}
