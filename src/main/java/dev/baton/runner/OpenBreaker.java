package dev.baton.runner;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * A breaker that is open, or half-open once its time is over: then one try decides.
 *
 * @param failures how many there were when it opened
 * @param seen the last of them in words
 */
record OpenBreaker(Instant until, int failures, String seen) {

    private static final DateTimeFormatter TIME_OF_DAY =
            DateTimeFormatter.ofPattern("HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

    /** What it is there for. */
    enum Kind {
        CREDENTIAL,
        DEVICE
    }

    boolean barsAt(Instant now) {
        return now.isBefore(until);
    }

    String untilText() {
        return timeOfDay(until);
    }

    static String timeOfDay(Instant instant) {
        return TIME_OF_DAY.format(instant);
    }
}
