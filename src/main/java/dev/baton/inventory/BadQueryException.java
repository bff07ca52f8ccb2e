package dev.baton.inventory;

/** A device query that cannot be understood. */
public final class BadQueryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BadQueryException(String message) {
        super(message);
    }
}
