package dev.baton.device.ssh;

import java.io.IOException;

/** The connection failed before the command was given to the device. */
final class NotSentException extends IOException {

    private static final long serialVersionUID = 1L;

    NotSentException(Exception cause) {
        super(cause.getMessage(), cause);
    }
}
