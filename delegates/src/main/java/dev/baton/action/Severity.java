package dev.baton.action;

/** How soon somebody should look at a finding. */
public enum Severity {
    INFO,
    WARNING,
    CRITICAL
}
