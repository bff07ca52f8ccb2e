package dev.baton.lab.machine;

import java.io.IOException;
import java.time.Duration;

/** A simulated device as its SSH server sees it. */
public interface Machine {

    /** Runs the command of an exec channel. */
    Reply run(String command);

    /** Starts again after a reboot. */
    void boot();

    /** How long it has run. */
    Duration uptime();

    /** Talks at an interactive terminal until one of both sides has had enough. */
    void talk(Terminal terminal) throws IOException;
}
