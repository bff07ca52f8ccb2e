package dev.baton.engine.task;

import org.camunda.bpm.engine.AuthorizationException;

/** A person may not act on a task; the message is the sentence that they read. */
public final class DecisionRefusedException extends AuthorizationException {

    private static final long serialVersionUID = 1L;

    DecisionRefusedException(String message) {
        super(message);
    }
}
