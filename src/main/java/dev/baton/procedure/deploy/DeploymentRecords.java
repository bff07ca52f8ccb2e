package dev.baton.procedure.deploy;

import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who deployed which version: the engine itself keeps no name. */
@Repository
class DeploymentRecords {

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
}
