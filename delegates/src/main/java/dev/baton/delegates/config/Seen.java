package dev.baton.delegates.config;

import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.action.ConfigStyle;
import dev.baton.action.Dialect;
import dev.baton.action.Problem;
import dev.baton.action.Session;

/**
 * A configuration as a device showed it.
 *
 * @param text without the lines that change by themselves
 */
record Seen(String text, ConfigTree tree) {

    /** @throws dev.baton.action.ActionProblem {@code ANSWER_INCOMPLETE} when the device did not show all of it */
    static Seen on(Session session, Command command, ConfigStyle style) {
        String device = session.device().name();
        Dialect dialect = session.dialect();
        Answer answer = session.send(command);
        String shown = answer.wholeOutput(session.device());
        // A list of whole paths has no end of its own.
        if (style != ConfigStyle.SET) {
            dialect.incompleteness(shown).ifPresent(reason -> {
                throw Problem.ANSWER_INCOMPLETE.because(device + ": the configuration is not complete: " + reason);
            });
        }
        String text = dialect.withoutVolatileLines(shown);
        return new Seen(text, ConfigTree.of(text, style));
    }
}
