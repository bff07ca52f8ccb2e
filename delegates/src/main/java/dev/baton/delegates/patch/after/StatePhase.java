package dev.baton.delegates.patch.after;

/** When the state of a host is recorded: what is seen after a change is held against what was seen before it. */
enum StatePhase {
    BEFORE,
    AFTER
}
