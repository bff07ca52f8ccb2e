package dev.baton.web.api;

/** A parameter or a field of the body is wrong. */
final class BadInputException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;

    BadInputException(String field, String message) {
        super(message);
        this.field = field;
    }

    String field() {
        return field;
    }
}
