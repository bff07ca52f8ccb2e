package dev.baton.web;

/** A parameter or a field of the body is wrong. */
public final class BadInputException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;

    public BadInputException(String field, String message) {
        super(message);
        this.field = field;
    }

    public String field() {
        return field;
    }
}
