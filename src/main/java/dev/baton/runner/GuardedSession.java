package dev.baton.runner;

import dev.baton.action.ActionProblem;
import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.action.Device;
import dev.baton.action.Dialect;
import dev.baton.action.Problem;
import dev.baton.action.Session;
import dev.baton.device.unix.Ending;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** A session that sends what was rendered and nothing else, journals SENT before the first change, and keeps a transcript. */
final class GuardedSession implements Session {

    /** What a link says only when the command did not reach the device. */
    private static final Set<Problem> NOT_SENT =
            EnumSet.of(Problem.UNREACHABLE, Problem.HOST_KEY_MISMATCH, Problem.AUTH_FAILED);

    private final ActionOnDevice<?> action;
    private final LeashedLink link;
    private final List<Command> rendered;
    private final Map<String, String> facts;
    private final Transcript transcript;
    private final SendPermit permit;
    private final Map<String, String> notes = new HashMap<>();
    private Map<String, String> noted = Map.of();
    private boolean sent;

    GuardedSession(
            ActionOnDevice<?> action,
            LeashedLink link,
            List<Command> rendered,
            Map<String, String> facts,
            Transcript transcript,
            SendPermit permit) {
        this.action = action;
        this.link = link;
        this.rendered = List.copyOf(rendered);
        this.facts = facts;
        this.transcript = transcript;
        this.permit = permit;
    }

    /** Writes SENT before the first change; refuses when the attempt or its lease is lost, or nothing that changes may be sent. */
    interface SendPermit {

        void beforeChange(boolean first, Map<String, String> notes);
    }

    @Override
    public Device device() {
        return action.device().device();
    }

    @Override
    public Dialect dialect() {
        return action.dialect();
    }

    @Override
    public String run() {
        return action.context().step().reference();
    }

    @Override
    public Answer send(Command command) {
        requireAllowed(command);
        long start = System.nanoTime();
        try {
            link.connect(command);
            Answer answer = command.changes() ? change(command) : link.send(command);
            transcript.answered(command, answer, Duration.ofNanos(System.nanoTime() - start));
            return answer;
        } catch (ActionProblem e) {
            transcript.failed(command, link.lastWords(), e.problem() + ": " + e.reason());
            throw e;
        }
    }

    /** As {@link #send} for a command that only reads; what follows on the answer runs on the executor. */
    CompletableFuture<Answer> sendAsync(Command command, Executor executor) {
        requireAllowed(command);
        long start = System.nanoTime();
        return link.sendAsync(command)
                .whenCompleteAsync(
                        (answer, failure) -> {
                            if (failure == null) {
                                transcript.answered(command, answer, Duration.ofNanos(System.nanoTime() - start));
                            } else if (Attempts.cause(failure) instanceof ActionProblem e) {
                                transcript.failed(command, null, e.problem() + ": " + e.reason());
                            }
                        },
                        executor);
    }

    private void requireAllowed(Command command) {
        if (!rendered.contains(command)) {
            throw Problem.PLAN_DEVIATION.because(
                    device().name() + ": the step may send only what it rendered, not \"" + command.text() + "\"");
        }
        if (action.stop().isCutOff()) {
            throw Problem.CANCELLED.because(action.stop().reason() + " before \"" + command.text() + "\" was sent");
        }
    }

    private Answer change(Command command) {
        boolean before = sent;
        if (!before) {
            noted = Map.copyOf(notes);
        }
        permit.beforeChange(!before, noted);
        sent = true;
        try {
            return link.send(command);
        } catch (ActionProblem e) {
            sent = before || !NOT_SENT.contains(e.problem());
            throw e;
        }
    }

    @Override
    public void pause(Duration duration) {
        link.close();
        action.stop().pause(duration);
    }

    @Override
    public void hold(Duration duration) {
        action.stop().pause(duration);
    }

    @Override
    public void note(String name, String value) {
        notes.put(name, value);
    }

    @Override
    public Optional<String> fact(String name) {
        return Optional.ofNullable(notes.getOrDefault(name, facts.get(name)));
    }

    /** What came of ending a command, if one had to be ended. */
    @Nullable
    Ending ending() {
        return link.ending();
    }

    /** The notes that were committed with SENT. */
    Map<String, String> noted() {
        return noted;
    }

    /** Whether a changing command may have reached the device. */
    boolean sent() {
        return sent;
    }
}
