package dev.baton.delegates.health;

import dev.baton.action.Answer;
import dev.baton.action.Device;
import dev.baton.action.Privilege;
import dev.baton.action.Problem;

/** Tells a host that lacks a program from one that did not answer: only the first has nothing to tell. */
final class Asked {

    private static final int NO_SUCH_PROGRAM = 127;

    private Asked() {}

    /** Goes on after an answer, also that of a host without the program; its output is then empty. */
    static void requireAnswered(Device device, Answer answer) {
        Privilege.requireGranted(device, answer);
        boolean absent = answer.exitStatus() != null && answer.exitStatus() == NO_SUCH_PROGRAM;
        if (!answer.succeeded() && !absent) {
            throw Problem.COMMAND_REJECTED.because(
                    device.name() + ": " + answer.command().text() + " ended with " + answer.ending());
        }
    }
}
