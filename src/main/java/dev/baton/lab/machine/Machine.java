package dev.baton.lab.machine;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** A simulated device as its SSH server sees it. */
public interface Machine {

    /** Runs the command of an exec channel. */
    Reply run(String command);

    /** The same for a command that may read what the caller gives it; most do not. */
    default Reply run(String command, InputStream input) throws IOException {
        return run(command);
    }

    /** Starts again after a reboot. */
    void boot();

    /** How long it has run. */
    Duration uptime();

    /** Talks at an interactive terminal until one of both sides has had enough. */
    void talk(Terminal terminal) throws IOException;
}
