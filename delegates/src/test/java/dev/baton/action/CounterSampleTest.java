package dev.baton.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CounterSampleTest {

    private static final Instant START = Instant.parse("2026-11-24T12:00:00Z");
    private static final long DAY = 8_640_000;

    @Test
    void theAmountIsTakenOverTheDevicesTime() {
        CounterChange change = sample("61000", 64, 0, DAY + 6_000, 61).since(sample("1000", 64, 0, DAY, 0));

        assertThat(change).isEqualTo(new CounterChange.Counted(BigInteger.valueOf(60_000), Duration.ofSeconds(60)));
        assertThat(((CounterChange.Counted) change).perSecond()).isEqualTo(1_000.0);
    }

    @Test
    void aCounterThatWrappedWentOn() {
        assertThat(amount("4294967290", "10", 32)).isEqualTo(16);
        assertThat(amount("18446744073709551610", "10", 64)).isEqualTo(16);
    }

    @Test
    void anUpTimeThatWrappedIsNoRestart() {
        CounterChange change = sample("20", 64, 0, 5_000, 60).since(sample("10", 64, 0, (1L << 32) - 1_000, 0));

        assertThat(change).isEqualTo(new CounterChange.Counted(BigInteger.TEN, Duration.ofSeconds(60)));
    }

    @Test
    void aRestartedDeviceHasCountedNothingThatIsKnown() {
        assertThat(sample("20", 32, 0, 2_000, 60).since(sample("4000000000", 32, 0, DAY, 0)))
                .isInstanceOfSatisfying(
                        CounterChange.Interrupted.class,
                        interrupted -> assertThat(interrupted.reason()).contains("restarted: it is up for 20 s"));
    }

    @Test
    void aCounterThatBeganAnewByItselfIsNotComparedEither() {
        assertThat(sample("20", 32, 77, DAY + 6_000, 60).since(sample("10", 32, 0, DAY, 0)))
                .isInstanceOf(CounterChange.Interrupted.class);
    }

    @Test
    void twoReadingsOfOneMomentGiveNoRate() {
        assertThat(sample("20", 32, 0, DAY, 0).since(sample("20", 32, 0, DAY, 0)))
                .isInstanceOf(CounterChange.Interrupted.class);
    }

    @Test
    void countersOfTwoSizesAreNotOne() {
        assertThatThrownBy(() -> sample("20", 64, 0, DAY, 60).since(sample("20", 32, 0, DAY, 0)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static long amount(String before, String after, int bits) {
        CounterChange change = sample(after, bits, 0, DAY + 6_000, 60).since(sample(before, bits, 0, DAY, 0));
        return ((CounterChange.Counted) change).amount().longValueExact();
    }

    private static CounterSample sample(String value, int bits, long discontinuity, long upTime, int seconds) {
        return new CounterSample(new BigInteger(value), bits, discontinuity, upTime, START.plusSeconds(seconds));
    }
}
