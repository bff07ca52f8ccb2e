package dev.baton.action;

/** What a probe found out about an action whose outcome is unknown. */
public sealed interface Probe {

    /** The action took effect; this is its result. */
    record Applied(Result result) implements Probe {}

    /** The action did not take effect; it may be repeated. */
    record NotApplied(String reason) implements Probe {}

    /** The device does not tell; a person decides. */
    record Undecided(String reason) implements Probe {}
}
