package dev.baton.lab.posix;

import dev.baton.lab.machine.Reply;
import dev.baton.lab.posix.Syntax.Redirect;
import dev.baton.lab.posix.Syntax.Target;
import java.util.List;

/** Leads the input and the outputs of a command to where its redirections say. */
final class Redirects {

    private Redirects() {}

    static String input(String input, List<Redirect> redirects) {
        return redirects.stream().anyMatch(redirect -> redirect.from() == 0) ? "" : input;
    }

    static Reply outputs(Reply reply, List<Redirect> redirects) {
        String output = reply.output();
        String errors = reply.errors();
        // In their order: `2>&1 >/dev/null` keeps the errors, `>/dev/null 2>&1` nothing.
        Target outputGoes = Target.OUTPUT;
        Target errorsGo = Target.ERRORS;
        for (Redirect redirect : redirects) {
            Target target = switch (redirect.target()) {
                case NOWHERE -> Target.NOWHERE;
                case OUTPUT -> outputGoes;
                case ERRORS -> errorsGo;
            };
            if (redirect.from() == 1) {
                outputGoes = target;
            } else if (redirect.from() == 2) {
                errorsGo = target;
            }
        }
        return new Reply(
                reply.status(),
                (outputGoes == Target.OUTPUT ? output : "") + (errorsGo == Target.OUTPUT ? errors : ""),
                (errorsGo == Target.ERRORS ? errors : "") + (outputGoes == Target.ERRORS ? output : ""));
    }
}
