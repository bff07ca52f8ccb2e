package dev.baton.device.cli;

import java.io.IOException;
import java.time.Duration;

/** A device's prompt did not come back, and it is no use, or too late, to wait for it. */
public final class SilentException extends IOException {

    private static final long serialVersionUID = 1L;

    private final boolean early;

    private SilentException(String message, boolean early) {
        super(message);
        this.early = early;
    }

    static SilentException atTheEnd(String lastLine) {
        return new SilentException("no prompt came back, the last line is \"" + lastLine + "\"", false);
    }

    static SilentException withoutEcho(Duration limit) {
        return new SilentException("nothing came within " + text(limit) + ", not even the echo", true);
    }

    static SilentException inTheMiddle(Duration limit, String lastLine) {
        return new SilentException(
                "nothing more came for " + text(limit) + ", the last line is \"" + lastLine + "\"", true);
    }

    private static String text(Duration limit) {
        return limit.toMillis() / 1000.0 + " s";
    }

    /** Whether the time of the command itself was not yet over. */
    public boolean early() {
        return early;
    }
}
