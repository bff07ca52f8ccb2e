package dev.baton.runner;

import dev.baton.action.ActionProblem;
import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.action.Effect;
import dev.baton.action.Probe;
import dev.baton.action.Problem;
import dev.baton.action.Result;
import dev.baton.device.unix.Ending;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tries an action once, or probes what became of an earlier try. */
@Component
class Attempts {

    private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);
    static final String HELD = "; nothing else changes the device until this action is decided";

    private final Leashes leashes;
    private final Journal journal;
    private final Facts facts;
    private final Node node;

    Attempts(Leashes leashes, Journal journal, Facts facts, Node node) {
        this.leashes = leashes;
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
                return succeeded(reached(row, session), result, transcript);
            } catch (RuntimeException e) {
                return failed(action, lease, row, session, transcript, e);
            }
        });
    }

    /**
     * Tries a read without a thread that waits for its answers, and without INTENT before it.
     *
     * @param executor makes of the answers what they come to
     */
    <I extends Record> CompletableFuture<Attempt> poll(ActionOnDevice<I> action, ActionRow before, Executor executor) {
        ActionRow row = before.claimed(node.id());
        Transcript transcript = new Transcript(action.dialect());
        GuardedSession.SendPermit permit = (first, notes) -> permit(row, null, first, notes);
        LeashedLink link = opened(action, null, row);
        GuardedSession session =
                new GuardedSession(action, link, action.commands(), action.facts(), transcript, permit);
        return answers(session, action.commands(), executor)
                .thenApply(answers -> succeeded(
                        row,
                        action.context()
                                .delegate()
                                .interpret(session, action.context().inputs(), answers),
                        transcript))
                .exceptionally(failure -> failed(action, null, row, session, transcript, cause(failure)))
                .whenComplete((attempt, failure) -> left(action, null, link, attempt));
    }

    private static CompletableFuture<List<Answer>> answers(
            GuardedSession session, List<Command> commands, Executor executor) {
        CompletableFuture<List<Answer>> answers = CompletableFuture.completedFuture(new ArrayList<>());
        for (Command command : commands) {
            answers = answers.thenCompose(
                    earlier -> session.sendAsync(command, executor).thenApply(answer -> {
                        earlier.add(answer);
                        return earlier;
                    }));
        }
        return answers;
    }

    /** What failed behind the wrapping that the stages of a future add. */
    static Throwable cause(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof CompletionException && cause != null ? cause : failure;
    }

    private Attempt succeeded(ActionRow row, Result result, Transcript transcript) {
        Outcome outcome = Outcome.of(result, transcript.exitStatus(), facts.write(result.facts()));
        return new Attempt(row, outcome, null, transcript);
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
            ActionOnDevice<?> action, @Nullable Lease lease, ActionRow row, Function<LeashedLink, Attempt> exchange) {
        LeashedLink link = opened(action, lease, row);
        Attempt attempt = null;
        try {
            attempt = exchange.apply(link);
            return attempt;
        } finally {
            left(action, lease, link, attempt);
        }
    }

    private LeashedLink opened(ActionOnDevice<?> action, @Nullable Lease lease, ActionRow row) {
        LeashedLink link = leashes.open(action, row);
        link.report(new ProgressNotes(journal, row, System::nanoTime));
        action.stop().links().watch(link);
        if (lease != null) {
            lease.links().watch(link);
        }
        return link;
    }

    private static void left(
            ActionOnDevice<?> action, @Nullable Lease lease, LeashedLink link, @Nullable Attempt attempt) {
        if (attempt != null && undisturbed(attempt)) {
            link.keep();
        }
        action.stop().links().forget(link);
        if (lease != null) {
            lease.links().forget(link);
        }
        link.close();
        link.conclude();
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
        // Asked again after the commit: this process may have been stopped meanwhile, for longer than the lease.
        if (!lease.usable() || (first && !(journal.sent(row, lease, facts.write(notes)) && lease.usable()))) {
            throw (first ? Problem.LOCKED : Problem.OUTCOME_UNKNOWN)
                    .because(row.device() + ": the lease was lost before sending"
                            + (first ? "" : " all of the changing commands"));
        }
    }

    private static ActionProblem problem(ActionOnDevice<?> action, Throwable e) {
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
            @Nullable Lease lease,
            ActionRow claimed,
            GuardedSession session,
            Transcript transcript,
            Throwable failure) {
        ActionProblem problem = problem(action, failure);
        ActionRow row = reached(claimed, session);
        Ending ending = session.ending();
        if (ending != null && lease != null && !ending.confirmed()) {
            lease.holdForDecision();
            return new Attempt(row, unknown(problem.reason() + HELD, transcript.exitStatus()), null, transcript);
        }
        if (ending != null && problem.problem() == Problem.CANCELLED) {
            return new Attempt(row, ended(problem, transcript), problem.problem(), transcript);
        }
        if (action.stop().abandoned() && noEvidence(problem.problem())) {
            return Attempt.leftFor(row, problem, transcript);
        }
        if (problem.problem() == Problem.CANCELLED && !action.stop().cancelled()) {
            Problem lost = session.sent() ? Problem.OUTCOME_UNKNOWN : Problem.LOCKED;
            return failed(
                    action, lease, claimed, session, transcript, lost.because(row.device() + ": the lease was lost"));
        }
        boolean unclear = row.doubtful() && !(session.sent() && !noEvidence(problem.problem()));
        Outcome outcome = unclear ? unknown(problem.reason(), transcript.exitStatus()) : ended(problem, transcript);
        return new Attempt(row, outcome, problem.problem(), transcript);
    }

    private ActionRow reached(ActionRow claimed, GuardedSession session) {
        return session.sent() ? claimed.sent(facts.write(session.noted())) : claimed;
    }

    private static Outcome ended(ActionProblem problem, Transcript transcript) {
        return Outcome.ended(endState(problem.problem()), problem.problem(), problem.reason(), transcript.exitStatus());
    }

    /** Whether a problem says nothing about what a command did that was sent before. */
    static boolean noEvidence(Problem problem) {
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
