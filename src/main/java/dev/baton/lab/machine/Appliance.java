package dev.baton.lab.machine;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** A device that nobody logs in to, such as a UPS or the controller of a server. */
public final class Appliance implements Machine {

    private static final String REFUSAL = "there is no command line here\n";

    private final Clock clock;
    private final Instant begun;

    /** @param uptime how long it has run already */
    public Appliance(Clock clock, Duration uptime) {
        this.clock = clock;
        this.begun = clock.instant().minus(uptime);
    }

    @Override
    public Reply run(String command) {
        return Reply.failed(Reply.NOT_FOUND, REFUSAL);
    }

    @Override
    public void boot() {}

    @Override
    public Duration uptime() {
        return Duration.between(begun, clock.instant());
    }

    @Override
    public void talk(Terminal terminal) throws IOException {
        terminal.print(REFUSAL);
    }
}
