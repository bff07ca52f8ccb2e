package dev.baton.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a person, or Baton itself, did in the engine.
 *
 * @param operation the same for all rows of one act that changed several properties
 * @param person null when Baton did it by itself
 * @param act in words, e.g. {@code Claim}
 * @param what on what, in words, e.g. {@code task "Approve patches"}
 * @param run reference of the run; null for what belongs to none
 * @param property what was changed; null for an act that changes no single property
 */
public record Activity(
        String id,
        @Nullable String operation,
        Instant at,
        @Nullable String person,
        String act,
        String what,
        @Nullable String run,
        @Nullable String property,
        @Nullable String before,
        @Nullable String after) {}
