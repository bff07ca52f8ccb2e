package dev.baton.lab.posix;

/** A command line that the shell does not understand. */
final class SyntaxException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SyntaxException(String message) {
        super(message);
    }
}
