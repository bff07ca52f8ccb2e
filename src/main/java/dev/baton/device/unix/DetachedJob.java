package dev.baton.device.unix;

import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.action.Problem;
import dev.baton.device.DeviceLink;
import dev.baton.device.unix.JobState.Offsets;
import java.time.Duration;

/**
 * A command that runs on a host without a connection. A folder there keeps its state; only one can make it, so however
 * often the command is started, it runs once.
 *
 * @param name unique for the action and the command, and the same on every node
 */
public record DetachedJob(String name) {

    private static final Duration ASKING = Duration.ofSeconds(30);

    /**
     * The job of one of an action's detached commands.
     *
     * @param number from 1, in the order of sending
     */
    public static DetachedJob of(Mark mark, int number) {
        return new DetachedJob(mark.action() + "-" + number);
    }

    /**
     * Starts it unless it was started before.
     *
     * @return whether it was started now
     * @throws dev.baton.action.ActionProblem {@code COMMAND_REJECTED} when the host cannot start it; {@code OUTCOME_UNKNOWN}
     *     when it may have been started, so that this may be called again
     */
    public boolean start(DeviceLink link, String device, Command command) {
        Answer answer = asked(link, HostScript.START.with(name, command.text()).changing());
        if (!answer.succeeded()) {
            throw Problem.COMMAND_REJECTED.because(
                    device + ": \"" + command.text() + "\" could not be started detached: " + answer.ending());
        }
        return answer.output().startsWith("started");
    }

    /**
     * How it is, and what it said.
     *
     * @param read what is not shown again while it runs
     * @throws dev.baton.action.ActionProblem when the host cannot be asked
     */
    public JobState look(DeviceLink link, Offsets read) {
        return JobState.of(
                asked(link, HostScript.LOOK.with(name, String.valueOf(read.output()), String.valueOf(read.errors()))));
    }

    /** Takes away what the host keeps of an action's detached commands that run no longer. */
    public static void forget(DeviceLink link, Mark mark) {
        asked(link, HostScript.FORGET.with(mark.action()));
    }

    private static Answer asked(DeviceLink link, Command script) {
        Command patient = script.within(ASKING);
        link.connect(patient);
        return link.send(patient);
    }
}
