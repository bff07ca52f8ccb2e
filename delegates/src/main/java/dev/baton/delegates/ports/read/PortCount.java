package dev.baton.delegates.ports.read;

/** What is counted on a port. */
public enum PortCount {
    IN_PACKETS,
    OUT_PACKETS,
    IN_ERRORS,
    OUT_ERRORS,
    IN_DISCARDS,
    OUT_DISCARDS,
    /** Damaged frames (FCS and alignment), which an agent may leave out of the errors. */
    BAD_FRAMES
}
