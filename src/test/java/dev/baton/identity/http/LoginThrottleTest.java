package dev.baton.identity.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class LoginThrottleTest {

    private final MovableClock clock = new MovableClock();
    private final LoginThrottle throttle = new LoginThrottle(clock);

    @Test
    void twoMistakesCostNothingAndMoreCostEverLonger() {
        fail(2);
        assertThat(throttle.wait("ada", "10.0.0.1")).isZero();

        fail(1);
        assertThat(throttle.wait("ada", "10.0.0.1")).isEqualTo(Duration.ofSeconds(5));

        fail(20);
        assertThat(throttle.wait("ada", "10.0.0.1")).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void nobodyIsLockedOutForGood() {
        fail(50);

        clock.now = clock.now.plusSeconds(60);

        assertThat(throttle.wait("ada", "10.0.0.1")).isZero();
    }

    @Test
    void aStrangersGuessesDoNotKeepTheOwnerOut() {
        fail(50);

        assertThat(throttle.wait("ada", "10.0.0.2")).isZero();
    }

    @Test
    void aSignInForgetsTheMistakes() {
        fail(3);

        throttle.succeeded("ada", "10.0.0.1");

        assertThat(throttle.wait("ada", "10.0.0.1")).isZero();
    }

    private void fail(int times) {
        for (int time = 0; time < times; time++) {
            throttle.failed("ada", "10.0.0.1");
        }
    }

    private static final class MovableClock extends Clock {

        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
