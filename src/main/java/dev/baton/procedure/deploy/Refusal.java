package dev.baton.procedure.deploy;

import dev.baton.procedure.check.Violation;
import java.time.Instant;
import java.util.List;

/** A procedure whose newest file was not deployed, and why. */
public record Refusal(String key, String file, Instant at, List<Violation> violations) {

    public Refusal {
        violations = List.copyOf(violations);
    }
}
