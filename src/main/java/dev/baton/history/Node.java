package dev.baton.history;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One node, as it last said of itself.
 *
 * @param state {@code RUNNING}, {@code DRAINING}, {@code STOPPED}, {@code QUARANTINED}, or {@code LOST} when it fell silent
 * @param reason why it begins nothing; null when it does
 * @param heartbeatAge in seconds, by the clock of the database
 * @param clockSkew how many milliseconds its clock is ahead of the database's
 * @param steps what it works on now
 * @param breakers those that it opened
 */
public record Node(
        String id,
        String host,
        String version,
        String state,
        @Nullable String reason,
        Instant startedAt,
        Instant heartbeatAt,
        long heartbeatAge,
        long clockSkew,
        List<NodeStep> steps,
        List<Breaker> breakers) {

    public Node {
        steps = List.copyOf(steps);
        breakers = List.copyOf(breakers);
    }

    /** Whether it takes new steps. */
    public boolean takesSteps() {
        return state.equals("RUNNING");
    }

    /** Whether it says that it lives. */
    public boolean lives() {
        return !state.equals("LOST") && !state.equals("STOPPED");
    }

    /**
     * A step that a node works on.
     *
     * @param run reference of the run
     * @param devices how many devices it has
     * @param open how many of them have not ended
     */
    public record NodeStep(String run, String activity, String name, Instant startedAt, int devices, int open) {}
}
