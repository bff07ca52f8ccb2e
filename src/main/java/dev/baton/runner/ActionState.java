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

    /** Whether it is still to be done, or to be settled. */
    boolean open() {
        return this == PLANNED || this == INTENT || this == SENT || this == NOT_APPLIED;
    }

    boolean failure() {
        return this == FAILED || this == REFUSED || this == UNKNOWN || this == CANCELLED;
    }
}
