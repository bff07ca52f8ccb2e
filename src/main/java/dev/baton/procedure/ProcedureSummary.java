package dev.baton.procedure;

import dev.baton.procedure.check.Violation;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of the catalogue.
 *
 * @param owner who answers for it, as its documentation says, or empty
 * @param sop the number of the written procedure, as its documentation says, or empty
 * @param folder {@code management} or {@code orchestration}
 * @param version 0 when no version is deployed
 * @param versionTag what its author calls the version, or empty
 * @param definition id of the version in the engine, empty when none is deployed
 * @param deployedBy user id, or {@code files}
 * @param violations why the newest file is refused; empty when it is not
 */
public record ProcedureSummary(
        String key,
        String name,
        String documentation,
        String owner,
        String sop,
        String folder,
        int version,
        String versionTag,
        String definition,
        @Nullable Instant deployedAt,
        String deployedBy,
        State state,
        List<Violation> violations) {

    public ProcedureSummary {
        violations = List.copyOf(violations);
    }

    /** How a procedure stands. */
    public enum State {
        /** The newest file is the running version. */
        CURRENT,
        /** A version runs, and a newer file is refused. */
        NEWER_REFUSED,
        /** No version was ever deployed, and the file is refused. */
        REFUSED,
        /** No run can be started: an administrator suspended it. */
        SUSPENDED
    }
}
