package dev.baton.runner.cluster;

/** What a node says of itself; public API in the list of nodes. */
enum NodeState {
    RUNNING,
    /** It ends what is under way and begins nothing. */
    DRAINING,
    STOPPED,
    /** It lives and begins nothing: after a restore, or because its clock is wrong. */
    QUARANTINED
}
