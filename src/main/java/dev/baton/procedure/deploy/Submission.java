package dev.baton.procedure.deploy;

import dev.baton.procedure.check.Violation;
import java.util.List;

/** What became of files that a person sent: all of them are deployed, or none. */
public sealed interface Submission {

    /** What the author should know; everything that refuses, when it was refused. */
    List<Violation> violations();

    /** Deployed. @param versions the versions that are new; a procedure that did not change is not among them */
    record Accepted(List<NewVersion> versions, List<Violation> violations) implements Submission {

        public Accepted {
            versions = List.copyOf(versions);
            violations = List.copyOf(violations);
        }
    }

    /** Nothing was deployed. */
    record Refused(List<Violation> violations) implements Submission {

        public Refused {
            violations = List.copyOf(violations);
        }
    }

    /** A version that came to be. */
    record NewVersion(String key, int version) {}
}
