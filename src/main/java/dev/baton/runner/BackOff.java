package dev.baton.runner;

import dev.baton.action.Problem;
import java.time.Duration;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * How long an action waits before its next try: from a shortest pause by the class of the error up to three times the pause
 * before, by chance, so that many devices that failed together do not come back together.
 */
@Component
class BackOff {

    static final Duration LONGEST = Duration.ofMinutes(5);

    private final Duration shortest;
    private final RandomGenerator random;

    @Autowired
    BackOff(RunnerSettings settings) {
        this(settings, new Random());
    }

    BackOff(RunnerSettings settings, RandomGenerator random) {
        this.shortest = settings.backOff();
        this.random = random;
    }

    /** @param before the pause before the last try; zero before the second */
    Duration after(@Nullable Problem problem, Duration before) {
        long from = shortest.multipliedBy(factor(problem)).toMillis();
        long to = 3 * Math.max(from, before.toMillis());
        return Duration.ofMillis(Math.min(LONGEST.toMillis(), random.nextLong(from, to + 1)));
    }

    /** A busy device needs longer than a lost packet, and whoever holds a package manager's lock needs minutes. */
    private static int factor(@Nullable Problem problem) {
        if (problem == Problem.LOCKED) {
            return 5;
        }
        return problem == Problem.TIMEOUT ? 2 : 1;
    }
}
