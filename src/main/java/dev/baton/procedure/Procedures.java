package dev.baton.procedure;

import dev.baton.procedure.check.Violation;
import dev.baton.procedure.deploy.RefusedUpload;
import dev.baton.procedure.deploy.Submission;
import dev.baton.procedure.diff.VersionDiff;
import dev.baton.procedure.picture.Marks;
import java.util.List;
import java.util.Optional;

/** The catalogue of procedures. Whoever is signed in may read it; procedure owners and administrators may deploy. */
public interface Procedures {

    /** The latest version of every procedure, and those that are refused, by key. */
    List<ProcedureSummary> list();

    /** Why files of procedures are not looked at, for people; empty when they are. */
    String problem();

    /** The latest version of a procedure. */
    Optional<ProcedureDetails> find(String key);

    Optional<ProcedureDetails> find(String key, int version);

    /** The version that has this id in the engine. */
    Optional<ProcedureDetails> byDefinition(String definition);

    /** The latest files that people sent and that were refused, the last one first. */
    List<RefusedUpload> refusedUploads();

    /** The XML of a version. */
    Optional<String> source(String key, int version);

    /** Element by element, what the later version has otherwise. */
    Optional<VersionDiff> diff(String key, int from, int to);

    /** The picture of a version as SVG, by its id in the engine. */
    Optional<String> picture(String definition, Marks marks);

    /** Everything that is wrong with these files; nothing is deployed. */
    List<Violation> check(List<Upload> uploads);

    /**
     * Deploys these files when nothing is wrong with them.
     *
     * @throws org.springframework.security.access.AccessDeniedException unless the person who is signed in may deploy
     */
    Submission deploy(List<Upload> uploads);
}
