package dev.baton.action;

/** What repeating an action does; it decides what the platform may do after a crash between SENT and outcome. */
public enum Effect {
    /** Changes nothing: repeat. */
    READ,
    /** Repeating reaches the same state: repeat with the same inputs. */
    CONVERGE,
    /** A probe can tell whether it happened: probe, repeat only when it did not. */
    CHECKABLE,
    /** Neither: never repeated by the platform, a person decides. */
    ONCE;

    public boolean changes() {
        return this != READ;
    }
}
