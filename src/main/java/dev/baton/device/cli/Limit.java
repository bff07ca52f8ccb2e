package dev.baton.device.cli;

import java.time.Duration;
import java.util.function.LongSupplier;

/** A moment to give up at, by a clock that counts nanoseconds. */
record Limit(LongSupplier clock, long end) {

    static Limit after(Duration duration, LongSupplier clock) {
        return new Limit(clock, clock.getAsLong() + duration.toNanos());
    }

    boolean over() {
        return clock.getAsLong() - end >= 0;
    }
}
