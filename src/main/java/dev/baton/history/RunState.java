package dev.baton.history;

/** Where a run or one of its steps stands. */
public enum RunState {
    /** Something is being done. */
    RUNNING,
    /** A person, a time or a message is awaited, and nothing else is going on. */
    WAITING,
    COMPLETED,
    /** An incident is open and nothing goes on until somebody acts; or, of a step that ended, too many of its devices failed. */
    FAILED,
    CANCELLED
}
