package dev.baton.procedure.deploy;

import java.time.Instant;
import java.util.Optional;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who deployed which version: the engine itself keeps no name. */
@Repository
public class DeploymentRecords {

    private final JdbcClient jdbc;

    DeploymentRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(String deployment, ProcessDefinition definition, Source source, String person, String digest) {
        jdbc.sql(
                        "insert into baton_deployment (deployment, procedure_key, version, origin, person, digest, deployed_at)"
                                + " values (?, ?, ?, ?, ?, ?, current_timestamp)")
                .params(deployment, definition.getKey(), definition.getVersion(), source.name(), person, digest)
                .update();
    }

    /** The record of an engine deployment. */
    public Optional<DeploymentRecord> of(String deployment) {
        return jdbc.sql("select person, origin, digest, deployed_at from baton_deployment where deployment = ?")
                .param(deployment)
                .query((row, number) -> new DeploymentRecord(
                        row.getString("person"),
                        Source.valueOf(row.getString("origin")),
                        row.getString("digest"),
                        row.getTimestamp("deployed_at").toInstant()))
                .optional();
    }

    /**
     * Who brought a version, and when.
     *
     * @param person user id, or {@code files} when it came from the application or the folder
     */
    public record DeploymentRecord(String person, Source source, String digest, Instant at) {}
}
