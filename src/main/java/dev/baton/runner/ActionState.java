package dev.baton.runner;

/** The life of an action; public API in the journal. */
enum ActionState {
    PLANNED,
    INTENT,
    SENT,
    SUCCEEDED,
    FAILED,
    UNKNOWN,
    NOT_APPLIED,
    ABANDONED,
    REFUSED,
    CANCELLED,
    HELD;

    boolean open() {
        return this == PLANNED || this == INTENT || this == SENT;
    }

    boolean failure() {
        return this == FAILED || this == REFUSED || this == UNKNOWN || this == CANCELLED;
    }
}
