package dev.baton.procedure.source;

/** A file is not what its name promises; the message says where and why. */
public final class UnreadableFileException extends Exception {

    private static final long serialVersionUID = 1L;

    public UnreadableFileException(String message) {
        super(message);
    }
}
