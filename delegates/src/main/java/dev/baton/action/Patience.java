package dev.baton.action;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;

/**
 * How long a server may take to be as expected, e.g. after a restart; it is looked at again and again.
 *
 * @param limit zero for one look
 */
public record Patience(Duration limit) {

    private static final Duration PAUSE = Duration.ofSeconds(2);

    /** What a server may be like while it starts. */
    private static final Set<Problem> NOT_YET = EnumSet.of(Problem.CHECK_FAILED, Problem.UNREACHABLE, Problem.TIMEOUT);

    /** @throws ActionProblem the last one, when the time is over; another one at once */
    public Result await(Session session, Supplier<Result> look) {
        Duration waited = Duration.ZERO;
        while (true) {
            try {
                return look.get();
            } catch (ActionProblem problem) {
                if (!NOT_YET.contains(problem.problem()) || waited.compareTo(limit) >= 0) {
                    throw problem;
                }
            }
            session.pause(PAUSE);
            waited = waited.plus(PAUSE);
        }
    }
}
