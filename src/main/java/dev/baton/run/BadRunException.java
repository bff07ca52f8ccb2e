package dev.baton.run;

/** A run cannot be started or acted on as asked. */
public final class BadRunException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final Kind kind;

    public BadRunException(Kind kind, String field, String message) {
        super(message);
        this.kind = kind;
        this.field = field;
    }

    public String field() {
        return field;
    }

    public Kind kind() {
        return kind;
    }

    /** What is wrong with the wish. */
    public enum Kind {
        BAD_INPUT,
        NOT_FOUND,
        CONFLICT
    }
}
