package dev.baton.lab.host;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** The kernel that runs, the one that will run after the next boot, and the boot itself. */
final class Kernel {

    private final Clock clock;
    private String running;
    private String installed;
    private String bootId = UUID.randomUUID().toString();
    private Instant bootedAt;

    Kernel(String release, Duration uptime, Clock clock) {
        this.clock = clock;
        this.running = release;
        this.installed = release;
        this.bootedAt = clock.instant().minus(uptime);
    }

    synchronized void boot() {
        running = installed;
        bootId = UUID.randomUUID().toString();
        bootedAt = clock.instant();
    }

    synchronized void install(String release) {
        installed = release;
    }

    synchronized String running() {
        return running;
    }

    synchronized String installed() {
        return installed;
    }

    synchronized String bootId() {
        return bootId;
    }

    synchronized Instant bootedAt() {
        return bootedAt;
    }

    synchronized Duration uptime() {
        return Duration.between(bootedAt, clock.instant());
    }
}
