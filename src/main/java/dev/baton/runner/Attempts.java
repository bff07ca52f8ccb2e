package dev.baton.runner;

import dev.baton.action.ActionProblem;
import dev.baton.action.Effect;
import dev.baton.action.Probe;
import dev.baton.action.Problem;
import dev.baton.action.Result;
import dev.baton.device.DeviceLink;
import dev.baton.device.DeviceLinks;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tries an action once, or probes what became of an earlier try. */
@Component
class Attempts {

    private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);

    private final DeviceLinks links;
    private final Gates gates;
    private final Journal journal;
    private final Facts facts;
    private final Node node;

    Attempts(DeviceLinks links, Gates gates, Journal journal, Facts facts, Node node) {
        this.links = links;
        this.gates = gates;
        this.journal = journal;
        this.facts = facts;
        this.node = node;
    }

    /** @param lease null for an action that only reads */
    <I extends Record> Attempt perform(ActionOnDevice<I> action, @Nullable Lease lease, ActionRow before) {
        ActionRow row = before.claimed(node.id());
        if (!journal.intent(row, lease, action.commandText(), action.digest())) {
            return Attempt.lostTo(before);
        }
        Transcript transcript = new Transcript(action.dialect());
        GuardedSession.SendPermit permit = (first, notes) -> permit(row, lease, first, notes);
        return linked(action, lease, row, link -> {
            GuardedSession session =
                    new GuardedSession(action, link, action.commands(), action.facts(), transcript, permit);
            try {
                Result result = action.context()
                        .delegate()
                        .perform(session, action.context().inputs());
                Outcome outcome = Outcome.of(result, transcript.exitStatus(), facts.write(result.facts()));
                return new Attempt(row, outcome, null, transcript);
            } catch (RuntimeException e) {
                return failed(action, row, session, transcript, problem(action, e));
            }
        });
    }

    /** Asks the device whether a lost attempt took effect; sends nothing that changes it. */
    <I extends Record> Attempt probe(ActionOnDevice<I> action, @Nullable Lease lease, ActionRow before) {
        ActionRow row = before.claimed(node.id());
        if (lease == null || !journal.probing(row, lease)) {
            return Attempt.lostTo(before);
        }
        Transcript transcript = new Transcript(action.dialect());
        transcript.note("an earlier attempt was sent and its outcome was lost: probing");
        GuardedSession.SendPermit permit = (first, notes) -> {
            throw Problem.PLAN_DEVIATION.because("a probe must not change " + row.device());
        };
        return linked(action, lease, row, link -> {
            GuardedSession session =
                    new GuardedSession(action, link, action.reads(), known(action, row), transcript, permit);
            try {
                Probe probe = action.context()
                        .delegate()
                        .probe(session, action.context().inputs());
                return new Attempt(row, outcome(probe), null, transcript);
            } catch (RuntimeException e) {
                ActionProblem problem = problem(action, e);
                return action.stop().abandoned()
                        ? Attempt.leftFor(row, problem, transcript)
                        : new Attempt(
                                row,
                                unknown("the probe failed: " + problem.reason(), null),
                                problem.problem(),
                                transcript);
            }
        });
    }

    /** Whoever stops the step or takes the lease away ends what is under way on the link. */
    private Attempt linked(
            ActionOnDevice<?> action, @Nullable Lease lease, ActionRow row, Function<DeviceLink, Attempt> exchange) {
        GatedLink link =
                gates.before(links.open(action.device(), action.context().step().run()), action, row);
        link.report(new ProgressNotes(journal, row, System::nanoTime));
        action.stop().links().watch(link);
        if (lease != null) {
            lease.links().watch(link);
        }
        try {
            Attempt attempt = exchange.apply(link);
            if (undisturbed(attempt)) {
                link.keep();
            }
            return attempt;
        } finally {
            action.stop().links().forget(link);
            if (lease != null) {
                lease.links().forget(link);
            }
            link.close();
            link.conclude();
        }
    }

    /** Whether the next step may go on with the link: after a reboot, say, it may be half dead. */
    private static boolean undisturbed(Attempt attempt) {
        Effect effect = attempt.row().effect();
        return attempt.outcome().state() == ActionState.SUCCEEDED
                && (effect == Effect.READ || effect == Effect.CONVERGE);
    }

    /** What earlier steps recorded, and over it what the lost attempt noted when it was sent. */
    private Map<String, String> known(ActionOnDevice<?> action, ActionRow row) {
        Map<String, String> known = new HashMap<>(action.facts());
        facts.read(row.result()).forEach((name, value) -> known.put(name, String.valueOf(value)));
        return known;
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

    private void permit(ActionRow row, @Nullable Lease lease, boolean first, Map<String, String> notes) {
        if (lease == null) {
            throw Problem.PLAN_DEVIATION.because(
                    row.device() + ": an action of class READ must not send a changing command");
        }
        if (!lease.usable() || (first && !journal.sent(row, lease, facts.write(notes)))) {
            throw (first ? Problem.LOCKED : Problem.OUTCOME_UNKNOWN)
                    .because(row.device() + ": the lease was lost before sending"
                            + (first ? "" : " all of the changing commands"));
        }
    }

    private static ActionProblem problem(ActionOnDevice<?> action, RuntimeException e) {
        if (e instanceof ActionProblem problem) {
            return problem;
        }
        LOG.error(
                "{} failed on {}",
                action.context().step().delegate(),
                action.device().name(),
                e);
        return Problem.ANSWER_INCOMPLETE.because("the delegate failed: " + e);
    }

    private Attempt failed(
            ActionOnDevice<?> action,
            ActionRow claimed,
            GuardedSession session,
            Transcript transcript,
            ActionProblem problem) {
        ActionRow row = session.sent() ? claimed.sent(facts.write(session.noted())) : claimed;
        if (action.stop().abandoned() && noEvidence(problem.problem())) {
            return Attempt.leftFor(row, problem, transcript);
        }
        if (problem.problem() == Problem.CANCELLED && !action.stop().cancelled()) {
            Problem lost = session.sent() ? Problem.OUTCOME_UNKNOWN : Problem.LOCKED;
            return failed(action, claimed, session, transcript, lost.because(row.device() + ": the lease was lost"));
        }
        boolean unclear = row.doubtful() && !(session.sent() && !noEvidence(problem.problem()));
        Outcome outcome = unclear
                ? unknown(problem.reason(), transcript.exitStatus())
                : Outcome.ended(
                        endState(problem.problem()), problem.problem(), problem.reason(), transcript.exitStatus());
        return new Attempt(row, outcome, problem.problem(), transcript);
    }

    /** Whether a problem says nothing about what a command did that was sent before. */
    private static boolean noEvidence(Problem problem) {
        return switch (problem) {
            case UNREACHABLE, HOST_KEY_MISMATCH, AUTH_FAILED, TIMEOUT, OUTCOME_UNKNOWN, CANCELLED, ANSWER_INCOMPLETE ->
                true;
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
