package dev.baton.device.cli;

import java.io.IOException;

/** The device asks something that nobody decided an answer to; nothing was sent, and the session is left. */
public final class UnansweredException extends IOException {

    private static final long serialVersionUID = 1L;

    private final boolean afterAnswers;

    UnansweredException(String question, boolean afterAnswers) {
        super("the device asks \"" + question + "\", and no answer is allowed");
        this.afterAnswers = afterAnswers;
    }

    /** Whether earlier questions of the same command were answered, so that it may have begun its work. */
    public boolean afterAnswers() {
        return afterAnswers;
    }
}
