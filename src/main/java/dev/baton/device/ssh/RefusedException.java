package dev.baton.device.ssh;

import java.io.IOException;

/** The device answered that it does not do what was asked; the connection is fine. */
final class RefusedException extends IOException {

    private static final long serialVersionUID = 1L;

    RefusedException(String reason, IOException cause) {
        super(reason, cause);
    }
}
