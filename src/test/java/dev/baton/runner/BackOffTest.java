package dev.baton.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.action.Problem;
import dev.baton.testing.TestDatabase;
import java.time.Duration;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackOffTest {

    private final RunnerFixture runner = new RunnerFixture(TestDatabase.h2());

    @AfterEach
    void close() throws InterruptedException {
        runner.close();
    }

    @ParameterizedTest
    @CsvSource({"UNREACHABLE, 2, 6", "ANSWER_INCOMPLETE, 2, 6", "TIMEOUT, 4, 12", "LOCKED, 10, 30"})
    void theFirstPauseDependsOnTheError(Problem problem, int from, int to) {
        Duration before = Duration.ZERO;

        assertThat(backOff(lowest()).after(problem, before)).isEqualTo(Duration.ofSeconds(from));
        assertThat(backOff(highest()).after(problem, before)).isEqualTo(Duration.ofSeconds(to));
    }

    @Test
    void pausesGrowToFiveMinutesAndNoFurther() {
        BackOff backOff = backOff(highest());
        Duration pause = Duration.ZERO;
        for (int tries = 0; tries < 20; tries++) {
            Duration next = backOff.after(Problem.UNREACHABLE, pause);
            assertThat(next).isGreaterThanOrEqualTo(pause);
            pause = next;
        }

        assertThat(pause).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void devicesThatFailedTogetherComeBackApart() {
        BackOff backOff = backOff(new Random(1));

        assertThat(backOff.after(Problem.UNREACHABLE, Duration.ofSeconds(30)))
                .isNotEqualTo(backOff.after(Problem.UNREACHABLE, Duration.ofSeconds(30)));
    }

    private BackOff backOff(RandomGenerator random) {
        runner.settings(Duration.ofSeconds(30), Duration.ofSeconds(2), Duration.ZERO);
        return new BackOff(runner.settings, random);
    }

    private static RandomGenerator lowest() {
        return () -> 0;
    }

    /** The bounded draw of the interface takes the sign away and scales, so an own one answers with the upper bound. */
    private static RandomGenerator highest() {
        return new RandomGenerator() {
            @Override
            public long nextLong() {
                return 0;
            }

            @Override
            public long nextLong(long origin, long bound) {
                return bound - 1;
            }
        };
    }
}
