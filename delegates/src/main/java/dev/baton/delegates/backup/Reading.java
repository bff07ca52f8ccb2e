package dev.baton.delegates.backup;

import dev.baton.action.Answer;
import dev.baton.action.Dialect;
import dev.baton.action.Operation;
import dev.baton.action.Problem;
import dev.baton.action.Session;
import java.util.Optional;

/**
 * A whole configuration as a device showed it.
 *
 * @param shown its own words, with secrets
 * @param configuration what is kept of it
 */
record Reading(String shown, String configuration) {

    private static final int MOST = 4;

    /** @throws dev.baton.action.ActionProblem {@code ANSWER_INCOMPLETE} for anything that is not whole */
    static Reading of(Session session) {
        String device = session.device().name();
        Answer answer = session.send(session.dialect().command(Operation.SHOW_CONFIG));
        if (!answer.succeeded()) {
            throw Problem.COMMAND_REJECTED.because(
                    device + " answered " + answer.command().text() + " with exit status " + answer.exitStatus());
        }
        String shown = answer.wholeOutput(session.device());
        Dialect dialect = session.dialect();
        dialect.incompleteness(shown).ifPresent(reason -> {
            throw Problem.ANSWER_INCOMPLETE.because(device + ": the configuration is not complete: " + reason);
        });
        String configuration = dialect.withoutSecrets(dialect.withoutVolatileLines(shown));
        if (configuration.isBlank()) {
            throw Problem.ANSWER_INCOMPLETE.because(
                    device + " answered " + answer.command().text() + " with nothing to keep");
        }
        return new Reading(shown, configuration);
    }

    /** Reads again until nothing changes any more. @throws dev.baton.action.ActionProblem {@code ANSWER_INCOMPLETE} if it goes on */
    Reading settled(Session session) {
        Reading last = this;
        for (int readings = 2; readings <= MOST; readings++) {
            Reading next = of(session);
            if (next.configuration().equals(last.configuration())) {
                return next;
            }
            last = next;
        }
        throw inFlux(session, "it was read " + MOST + " times, and differed each time");
    }

    /** As long as the mark that was asked for before the reading still holds; otherwise reads again, after the new mark. */
    static Marked marked(Session session, Inquiry before, Reading first) {
        Marked marked = new Marked(before, first);
        for (int readings = 1; readings < MOST; readings++) {
            Optional<String> mark = marked.inquiry().mark();
            Inquiry after = mark.isPresent() ? Inquiry.of(session) : marked.inquiry();
            if (after.mark().isEmpty() || after.mark().equals(mark)) {
                return marked;
            }
            marked = new Marked(after, of(session));
        }
        throw inFlux(session, "it says that it was changed during each of " + MOST + " readings");
    }

    private static RuntimeException inFlux(Session session, String seen) {
        return Problem.ANSWER_INCOMPLETE.because(session.device().name()
                + ": the configuration is being changed, so it was not kept; wanted one that stays the same while it"
                + " is read, but " + seen);
    }

    /** A reading, and what the device said before it. */
    record Marked(Inquiry inquiry, Reading reading) {}
}
