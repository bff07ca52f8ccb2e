package dev.baton.delegates.backup;

import dev.baton.action.ActionProblem;
import dev.baton.action.Answer;
import dev.baton.action.Channel;
import dev.baton.action.ConfigStore.Kept;
import dev.baton.action.LastChange;
import dev.baton.action.LastChange.Ask;
import dev.baton.action.LastChange.Author;
import dev.baton.action.Problem;
import dev.baton.action.Session;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a device said when it was asked for its last change.
 *
 * @param shown its own words
 * @param mark differs after every change; empty when it did not tell
 */
record Inquiry(String shown, Optional<String> mark) {

    /** After these there is no use in going on, and with a refused login no leave. */
    private static final Set<Problem> FINAL = EnumSet.of(
            Problem.UNREACHABLE,
            Problem.HOST_KEY_MISMATCH,
            Problem.AUTH_FAILED,
            Problem.PLAN_DEVIATION,
            Problem.CANCELLED);

    private static final Set<Problem> FINAL_OVER_SNMP = EnumSet.of(Problem.PLAN_DEVIATION, Problem.CANCELLED);

    /** Asks one way after the other until one tells. */
    static Inquiry of(Session session) {
        for (Ask ask : session.dialect().lastChange().asks()) {
            Optional<Answer> answer = answer(session, ask);
            Optional<String> mark = answer.flatMap(ask::mark);
            if (mark.isPresent()) {
                return new Inquiry(answer.get().output(), mark);
            }
        }
        return new Inquiry("", Optional.empty());
    }

    /** Whether the device says what it said when this revision was fetched. */
    boolean confirms(Kept last) {
        return mark.isPresent() && mark.get().equals(last.mark());
    }

    /** Who made the last change, by what was shown already, or else by the device's log. */
    Optional<Author> author(Session session, String dump) {
        LastChange lastChange = session.dialect().lastChange();
        return lastChange
                .author(dump)
                .or(() -> lastChange.author(shown))
                .or(() -> Optional.ofNullable(lastChange.log())
                        .flatMap(log -> answer(session, new Ask(log, null)))
                        .flatMap(answer -> lastChange.author(answer.output())))
                .map(author -> new Author(
                        author.name(),
                        session.dialect().withoutSecrets(author.seen()).strip()));
    }

    private static Optional<Answer> answer(Session session, Ask ask) {
        Set<Problem> last = ask.command().channel() == Channel.SNMP_GET ? FINAL_OVER_SNMP : FINAL;
        try {
            return Optional.of(session.send(ask.command()));
        } catch (ActionProblem problem) {
            if (last.contains(problem.problem())) {
                throw problem;
            }
            return Optional.empty();
        }
    }
}
