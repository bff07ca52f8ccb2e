package dev.baton.delegates.reboot;

import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.action.Device;
import dev.baton.action.Dialect;
import dev.baton.action.Problem;
import dev.baton.action.Session;
import dev.baton.action.Shell;
import java.time.Duration;
import java.util.List;

/** The number that Linux draws at every boot: the proof that a host really was restarted. */
final class BootId {

    /** The fact that holds it as it was before the reboot of this run. */
    static final String BEFORE = "bootIdBefore";

    private static final Command READ =
            Command.exec("cat /proc/sys/kernel/random/boot_id").within(Duration.ofSeconds(10));

    private BootId() {}

    /** The read as a plan lists it. @throws dev.baton.action.ActionProblem for what is no host */
    static List<Command> rendered(Device device, Dialect dialect) {
        if (dialect.shell() != Shell.POSIX) {
            throw Problem.UNSUPPORTED.because(
                    device.name() + " is a " + device.platform() + ", whose boot cannot be told from the one before");
        }
        return List.of(READ);
    }

    static String now(Session session) {
        Answer answer = session.send(READ);
        if (!answer.succeeded() || answer.output().isBlank()) {
            throw Problem.ANSWER_INCOMPLETE.because(session.device().name() + " does not tell its boot id");
        }
        return answer.output().strip();
    }
}
