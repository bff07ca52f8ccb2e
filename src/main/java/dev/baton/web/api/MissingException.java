package dev.baton.web.api;

/** There is nothing under this address. */
final class MissingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MissingException(String message) {
        super(message);
    }
}
