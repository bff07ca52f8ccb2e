package dev.baton.device.ssh;

import dev.baton.action.ActionProblem;
import dev.baton.action.Command;
import dev.baton.action.Problem;
import dev.baton.device.Deadlines.Deadline;
import dev.baton.device.cli.SilentException;
import dev.baton.device.cli.UnansweredException;
import dev.baton.device.netconf.MalformedException;
import dev.baton.device.ssh.sftp.UnchangedException;
import java.io.IOException;

/** Says what a failed exchange over SSH means for the action: what surely did not happen is told from what nobody knows. */
record SshFailures(String device) {

    /** Whether the other side said no, over a connection that is as good as before. */
    static boolean isAnswer(IOException e) {
        return e instanceof RefusedException || (e instanceof UnchangedException unchanged && unchanged.answered());
    }

    /** What was sent and can change the device stays unknown, even if somebody aborted it. */
    ActionProblem of(Command command, SshConnection open, Deadline deadline, IOException e, boolean aborted) {
        String what = device + ": \"" + command.text().lines().findFirst().orElse("") + "\": ";
        if (e instanceof RefusedException) {
            return Problem.COMMAND_REJECTED.because(what + e.getMessage());
        }
        if (e instanceof UnchangedException unchanged && unchanged.answered()) {
            return unchanged.problem().because(what + e.getMessage());
        }
        boolean late = deadline.expired() || e instanceof SilentException;
        String cause = late ? e.getMessage() : open.cause(e);
        if (e instanceof NotSentException) {
            return aborted ? cancelled(command) : Problem.UNREACHABLE.because(what + "not sent: " + cause);
        }
        if (e instanceof MalformedException && !command.changes()) {
            return Problem.ANSWER_INCOMPLETE.because(what + e.getMessage());
        }
        if (e instanceof UnansweredException question && !(command.changes() && question.afterAnswers())) {
            return Problem.ANSWER_INCOMPLETE.because(what + e.getMessage());
        }
        String limit = command.timeout().toMillis() / 1000.0 + " s";
        boolean early = e instanceof SilentException silent && silent.early();
        String seen = (early ? "" : late ? "no answer within " + limit + ": " : "the answer was lost: ") + cause;
        if (command.changes() && !(e instanceof UnchangedException)) {
            return Problem.OUTCOME_UNKNOWN.because(what + "it was sent, but " + seen);
        }
        if (aborted) {
            return cancelled(command);
        }
        return (late ? Problem.TIMEOUT : Problem.UNREACHABLE).because(what + seen);
    }

    ActionProblem noCli(Command command, IOException e, boolean aborted) {
        return aborted
                ? cancelled(command)
                : Problem.UNREACHABLE.because(
                        device + ": no CLI to type \"" + command.text() + "\" in: " + e.getMessage());
    }

    ActionProblem cancelled(Command command) {
        return Problem.CANCELLED.because(device + ": \"" + command.text() + "\" was cancelled");
    }
}
