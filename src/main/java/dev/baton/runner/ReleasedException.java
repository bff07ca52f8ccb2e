package dev.baton.runner;

/** This node gives the step back before the action's next try. */
final class ReleasedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ReleasedException(String message) {
        super(message);
    }
}
