package dev.baton.runner;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The gates that keep changes of devices to their windows, unless a person started the run as an emergency. */
@Component
class ChangeWindows {

    private static final Duration SHORTEST = Duration.ofMillis(100);

    private final JdbcTemplate jdbc;
    private final Journal journal;
    private final Duration longest;
    private final InstantSource clock;

    @Autowired
    ChangeWindows(JdbcTemplate jdbc, Journal journal, RunnerSettings settings) {
        this(jdbc, journal, settings, Clock.systemUTC());
    }

    ChangeWindows(JdbcTemplate jdbc, Journal journal, RunnerSettings settings, InstantSource clock) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.longest = settings.windowCheck();
        this.clock = clock;
    }

    WindowGate gate(QueuedStep step) {
        Boolean emergency = jdbc
                .queryForList("select emergency from baton_run where process_instance = ?", Boolean.class, step.run())
                .stream()
                .findFirst()
                .orElse(false);
        return new WindowGate(journal, clock, emergency);
    }

    /** How long a step rests whose devices wait: a window may open, or change in the inventory, before the one it waits for. */
    Duration rest(Instant opens) {
        Duration left = Duration.between(clock.instant(), opens);
        return left.compareTo(longest) > 0 ? longest : left.compareTo(SHORTEST) < 0 ? SHORTEST : left;
    }
}
