package dev.baton.delegates.network;

/** How {@link CheckTcp} wants to find its ports. */
enum ExpectedPorts {
    /** A connection is accepted. */
    OPEN,
    /** No connection comes about: it is refused, or nobody answers. */
    CLOSED
}
