package dev.baton.action;

/** How much harm an outage of a device does, from least to most. */
public enum Criticality {
    LOW,
    MEDIUM,
    HIGH
}
