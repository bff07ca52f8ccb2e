package dev.baton.delegates.patch;

import dev.baton.action.ActionProblem;
import dev.baton.action.Answer;
import dev.baton.action.Device;
import dev.baton.action.Problem;
import java.util.List;
import java.util.Locale;

/** Turns the failure of a package manager into the problem it stands for. */
final class Failures {

    private static final List<String> LOCKED = List.of(
            "could not get lock",
            "unable to acquire the dpkg frontend lock",
            "is held by process",
            "waiting for process with pid",
            "failed to obtain the transaction lock",
            "system management is locked");

    private Failures() {}

    static void require(Device device, Answer answer, Integer... accepted) {
        if (answer.signal() != null || !List.of(accepted).contains(answer.exitStatus())) {
            throw of(device, answer);
        }
        if (answer.truncated()) {
            throw Problem.ANSWER_INCOMPLETE.because(
                    device.name() + ": the answer to " + program(answer) + " is longer than an answer may be");
        }
    }

    static ActionProblem of(Device device, Answer answer) {
        String said = answer.errorOutput().isBlank() ? answer.output() : answer.errorOutput();
        boolean locked = LOCKED.stream().anyMatch(said.toLowerCase(Locale.ROOT)::contains);
        return (locked ? Problem.LOCKED : Problem.COMMAND_REJECTED)
                .because(device.name() + ": " + program(answer) + " ended with "
                        + (answer.signal() == null ? "exit status " + answer.exitStatus() : "signal " + answer.signal())
                        + ": " + lastLine(said));
    }

    private static String program(Answer answer) {
        String text = answer.command().text();
        return text.length() <= 60 ? text : text.substring(0, 60) + "...";
    }

    private static String lastLine(String said) {
        return said.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .reduce((first, second) -> second)
                .orElse("it said nothing");
    }
}
