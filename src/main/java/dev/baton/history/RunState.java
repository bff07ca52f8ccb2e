package dev.baton.history;

/** Where a run or one of its steps stands. */
public enum RunState {
    /** Something is being done. */
    RUNNING,
    /** A person, a time or a message is awaited, and nothing else is going on. */
    WAITING,
    COMPLETED,
    /** An incident is open: nothing goes on until somebody acts. */
    FAILED,
    CANCELLED
}
