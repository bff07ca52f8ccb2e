package dev.baton.finding;

/** Whether somebody still has to look at a finding. */
public enum FindingState {
    OPEN,
    ACKNOWLEDGED,
    RESOLVED
}
