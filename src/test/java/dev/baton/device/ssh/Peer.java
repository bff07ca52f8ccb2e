package dev.baton.device.ssh;

import dev.baton.inventory.HostTrust;
import java.io.IOException;

/** Something on the loopback address that a client believes to be an SSH server. */
interface Peer extends AutoCloseable {

    int port();

    HostTrust trust();

    /** Whether every connection was ended by its client, or by the peer itself. */
    boolean isLeft();

    @Override
    void close() throws IOException;
}
