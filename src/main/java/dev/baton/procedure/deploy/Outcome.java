package dev.baton.procedure.deploy;

import dev.baton.procedure.check.Violation;
import java.util.List;

/** What became of a bundle. */
sealed interface Outcome {

    /** It is the next version. */
    record Deployed(String key, int version) implements Outcome {}

    /** It is the version that the engine already has. */
    record Unchanged() implements Outcome {}

    /** The checks or the engine refuse it; the running version stays. */
    record Refused(List<Violation> violations) implements Outcome {

        public Refused {
            violations = List.copyOf(violations);
        }
    }
}
