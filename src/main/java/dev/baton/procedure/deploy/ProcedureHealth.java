package dev.baton.procedure.deploy;

import org.camunda.bpm.engine.RepositoryService;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Without a procedure there is nothing that this node could be ready for. */
@Component("procedures")
final class ProcedureHealth implements HealthIndicator {

    private final RepositoryService repository;
    private final ProcedureFiles files;

    ProcedureHealth(RepositoryService repository, ProcedureFiles files) {
        this.repository = repository;
        this.files = files;
    }

    @Override
    public Health health() {
        long deployed =
                repository.createProcessDefinitionQuery().latestVersion().count();
        return (deployed == 0 ? Health.down() : Health.up())
                .withDetail("deployed", deployed)
                .withDetail("refused", files.refusals().size())
                .withDetail("problem", files.problem())
                .build();
    }
}
