package dev.baton.delegates.http;

/** How {@link CallHttp} asks. */
enum CallMethod {
    GET,
    POST,
    PUT,
    PATCH,
    DELETE;

    /** Whether HTTP defines that repeating it reaches the same state. */
    boolean idempotent() {
        return this == PUT || this == DELETE;
    }
}
