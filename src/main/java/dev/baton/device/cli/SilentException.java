package dev.baton.device.cli;

import java.io.IOException;

/** The time was over and the device's prompt had not come back. */
public final class SilentException extends IOException {

    private static final long serialVersionUID = 1L;

    SilentException(String lastLine) {
        super("no prompt came back, the last line is \"" + lastLine + "\"");
    }
}
