package dev.baton.device.snmp;

import java.time.Duration;

/** How long a command may take in all, over as many requests as it needs. */
record Limit(Duration whole, long end) {

    static Limit of(Duration whole) {
        return new Limit(whole, System.nanoTime() + whole.toNanos());
    }

    /** Never negative. */
    Duration left() {
        return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    }

    /** For messages, e.g. {@code 30.0 s}. */
    String text() {
        return whole.toMillis() / 1000.0 + " s";
    }
}
