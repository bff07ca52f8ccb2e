package dev.baton.identity;

/** The local users are refused: Baton does not start without people who can sign in. */
final class BadUsersException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadUsersException(String message) {
        super(message);
    }
}
