package dev.baton.history;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a person, or Baton itself, did in the engine.
 *
 * @param id the first of its rows in the engine's log
 * @param person null when Baton did it by itself
 * @param act in words, e.g. {@code Claim}
 * @param what on what, in words, e.g. {@code task "Approve patches"}
 * @param run reference of the run; null for what belongs to none
 * @param changes what it changed, if that can be said by property
 */
public record Activity(
        String id,
        Instant at,
        @Nullable String person,
        String act,
        String what,
        @Nullable String run,
        List<Change> changes) {

    public Activity {
        changes = List.copyOf(changes);
    }

    Activity with(List<Change> changed) {
        return new Activity(id, at, person, act, what, run, changed);
    }

    /** One property that an act changed. */
    public record Change(
            String property,
            @Nullable String before,
            @Nullable String after) {}
}
