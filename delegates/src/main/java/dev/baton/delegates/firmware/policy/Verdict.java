package dev.baton.delegates.firmware.policy;

/** What a policy says of a device's firmware, the worst first. */
public enum Verdict {
    BLOCKED,
    OUTDATED,
    /** The version is not known, or no row of the policy says which one is right. Never taken for good. */
    UNKNOWN,
    COMPLIANT
}
