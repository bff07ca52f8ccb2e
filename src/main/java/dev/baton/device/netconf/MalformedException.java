package dev.baton.device.netconf;

import java.io.IOException;

/** What a server sent is no NETCONF; nothing more can be understood of its session. */
public final class MalformedException extends IOException {

    private static final long serialVersionUID = 1L;

    MalformedException(String seen) {
        super(seen);
    }
}
