package dev.baton.device.unix;

import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.device.DeviceLink;
import java.time.Duration;

/**
 * What tells the processes of one action from all others of a host: its id, in the arguments of the shell that leads them.
 *
 * @param action its id
 */
public record Mark(String action) {

    private static final Duration ASKING = Duration.ofSeconds(30);

    /** The command in a shell that stays to lead it, whatever the command is, and ends as it ended. */
    public Command on(Command command) {
        return new Command(
                command.channel(),
                "(\n" + command.text() + "\n)\nexit $? # baton-" + action,
                command.changes(),
                command.timeout());
    }

    /**
     * Ends whatever runs of the action: INT, TERM, KILL to its process groups.
     *
     * @param link another one than that which waits for the command
     * @throws dev.baton.action.ActionProblem when the host cannot be asked
     */
    public Ending end(DeviceLink link, Patience patience) {
        Command script = HostScript.END
                .with(action, text(patience.afterInt()), text(patience.afterTerm()), text(patience.afterKill()))
                .changing()
                .within(patience.whole().plus(ASKING));
        link.connect(script);
        Answer answer = link.send(script);
        return Ending.of(answer.output(), answer.errorOutput());
    }

    private static String text(Duration pause) {
        return String.valueOf(pause.toSeconds());
    }

    /** How long a command may take to follow each signal, in whole seconds. */
    public record Patience(Duration afterInt, Duration afterTerm, Duration afterKill) {

        /** Enough for a package manager to put down what it is at. */
        public static final Patience USUAL =
                new Patience(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(5));

        Duration whole() {
            return afterInt.plus(afterTerm).plus(afterKill);
        }
    }
}
