package dev.baton.engine.timer;

import java.time.Instant;

/** Where starts by a timer that were missed are written down. */
public interface MissedStarts {

    void note(Missed missed);

    /**
     * Starts that were missed one after the other.
     *
     * @param activity the start event
     * @param first when the first of them was due
     */
    record Missed(
            String procedure, String activity, Instant first, Instant last, int number, MissedStartPolicy policy) {}
}
