package dev.baton.secret.store;

/** A kept secret that the keys at hand do not open, or cannot be kept with them. */
public final class UnsealableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnsealableException(String message) {
        super(message);
    }
}
