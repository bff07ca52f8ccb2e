package dev.baton.lab.tls;

import java.time.Duration;

/** What is wrong with the certificate of a port, beside that nobody trusted has signed it. */
public enum Flaw {
    EXPIRED(Duration.ofDays(-3), ""),
    EXPIRING(Duration.ofDays(5), ""),
    OTHER_NAME(Duration.ofDays(300), "old-");

    private final Duration left;
    private final String prefix;

    Flaw(Duration left, String prefix) {
        this.left = left;
        this.prefix = prefix;
    }

    Duration left() {
        return left;
    }

    String name(String device) {
        return prefix + device;
    }
}
