package dev.baton.action;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;

/**
 * A counter of a device as it was read, with what tells whether it went on counting since an earlier reading.
 *
 * @param bits 32 for Counter32, 64 for Counter64
 * @param discontinuity what {@code ifCounterDiscontinuityTime} or its like holds; 0 where the device has none
 * @param upTime {@code sysUpTime} of the same answer, in hundredths of a second
 * @param readAt when Baton read it
 */
public record CounterSample(BigInteger value, int bits, long discontinuity, long upTime, Instant readAt) {

    private static final long UP_TIME_WRAP = 1L << 32;
    private static final long MILLIS_PER_TICK = 10;
    /** How far the clocks of device and Baton may differ, beside a tenth of the time between. */
    private static final Duration TOLERANCE = Duration.ofSeconds(5);

    /** What was counted since an earlier reading; a counter that wrapped once is seen through. */
    public CounterChange since(CounterSample earlier) {
        if (bits != earlier.bits) {
            throw new IllegalArgumentException("a counter of " + earlier.bits + " bits does not go on with " + bits);
        }
        if (discontinuity != earlier.discontinuity) {
            return new CounterChange.Interrupted("the device says that the counter began anew");
        }
        Duration here = Duration.between(earlier.readAt, readAt);
        Duration there = Duration.ofMillis(Math.floorMod(upTime - earlier.upTime, UP_TIME_WRAP) * MILLIS_PER_TICK);
        Duration allowed = TOLERANCE.plus(here.dividedBy(10));
        if (here.minus(there).abs().compareTo(allowed) > 0) {
            return new CounterChange.Interrupted("the device was restarted: it is up for " + upTime / 100
                    + " s, was up for " + earlier.upTime / 100 + " s " + here.toSeconds() + " s ago");
        }
        if (there.isZero()) {
            return new CounterChange.Interrupted("both readings are of the same moment");
        }
        return new CounterChange.Counted(value.subtract(earlier.value).mod(BigInteger.ONE.shiftLeft(bits)), there);
    }
}
