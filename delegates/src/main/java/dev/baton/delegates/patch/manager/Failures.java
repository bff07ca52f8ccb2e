package dev.baton.delegates.patch.manager;

import dev.baton.action.ActionProblem;
import dev.baton.action.Answer;
import dev.baton.action.Device;
import dev.baton.action.Privilege;
import dev.baton.action.Problem;
import java.util.List;
import java.util.Locale;

/** Turns the failure of a package manager into the problem it stands for. */
public final class Failures {

    private static final List<String> LOCKED = List.of(
            "could not get lock",
            "unable to acquire the dpkg frontend lock",
            "is held by process",
            "waiting for process with pid",
            "failed to obtain the transaction lock",
            "system management is locked");

    /** Who has no rights to a lock meets it every time. */
    private static final String NO_RIGHTS = "permission denied";

    private Failures() {}

    /** Goes on after an expected exit status. @throws ActionProblem with the last words of the program */
    public static void require(Device device, Answer answer, Integer... accepted) {
        if (answer.signal() != null || !List.of(accepted).contains(answer.exitStatus())) {
            throw of(device, answer);
        }
        answer.wholeOutput(device);
    }

    private static ActionProblem of(Device device, Answer answer) {
        Privilege.requireGranted(device, answer);
        String said =
                (answer.errorOutput().isBlank() ? answer.output() : answer.errorOutput()).toLowerCase(Locale.ROOT);
        boolean locked = LOCKED.stream().anyMatch(said::contains) && !said.contains(NO_RIGHTS);
        return (locked ? Problem.LOCKED : Problem.COMMAND_REJECTED)
                .because(device.name() + ": " + program(answer) + " ended with " + answer.ending());
    }

    private static String program(Answer answer) {
        String text = answer.command().text();
        return text.length() <= 60 ? text : text.substring(0, 60) + "...";
    }
}
