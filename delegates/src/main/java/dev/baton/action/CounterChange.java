package dev.baton.action;

import java.math.BigInteger;
import java.time.Duration;

/** What lies between two readings of a counter. */
public sealed interface CounterChange {

    /** @param time by the device's own clock */
    record Counted(BigInteger amount, Duration time) implements CounterChange {

        public double perSecond() {
            return amount.doubleValue() * 1_000 / time.toMillis();
        }
    }

    /** The counter began anew in between: there is no amount, and taking the difference for one would be wrong. */
    record Interrupted(String reason) implements CounterChange {}
}
