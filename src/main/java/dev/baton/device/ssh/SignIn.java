package dev.baton.device.ssh;

import dev.baton.action.ActionProblem;
import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.action.Problem;
import dev.baton.device.DeviceLink;
import java.util.List;

/** A sign-in for its own sake: connects, runs {@code true}, and tells whether it was let in. */
final class SignIn {

    private static final Command NOTHING = Command.exec("true");

    private SignIn() {}

    /** @param fresh signs in with the secret in question */
    static Answer over(DeviceLink fresh, Command command) {
        return new Answer(command, null, null, seen(fresh) + "\n", "", List.of(), 0);
    }

    private static String seen(DeviceLink fresh) {
        try {
            fresh.connect(NOTHING);
            Answer answer = fresh.send(NOTHING);
            return answer.succeeded() ? "accepted" : "refused: signed in, but \"true\" ended with " + answer.ending();
        } catch (ActionProblem problem) {
            // A jump host that refuses its own credential says nothing about this one.
            if (problem.problem() != Problem.AUTH_FAILED || problem.reason().contains(" (on the way to ")) {
                throw problem;
            }
            return "refused: " + problem.reason();
        }
    }
}
