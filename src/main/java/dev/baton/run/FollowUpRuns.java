package dev.baton.run;

import dev.baton.engine.PermittedActs;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Service;

/** Starts the runs that the platform wants because of another run; whoever asked for that one has asked for these. */
@Service
public class FollowUpRuns {

    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final PermittedActs permitted;
    private final RunRecords records;

    FollowUpRuns(RepositoryService repository, RuntimeService runtime, PermittedActs permitted, RunRecords records) {
        this.repository = repository;
        this.runtime = runtime;
        this.permitted = permitted;
        this.records = records;
    }

    /**
     * Starts a run in the transaction of the caller.
     *
     * @param cause the reference of the run that it follows
     * @return its reference; empty where the procedure is not deployed
     */
    public Optional<String> start(String procedure, String targets, String cause, String reason) {
        return permitted.run(() -> {
            boolean known = repository
                            .createProcessDefinitionQuery()
                            .processDefinitionKey(procedure)
                            .latestVersion()
                            .active()
                            .count()
                    > 0;
            return known
                    ? Optional.of(runtime.createProcessInstanceByKey(procedure)
                            .setVariables(
                                    Map.of("query", targets, "requester", records.requester(cause), "reason", reason))
                            .execute()
                            .getBusinessKey())
                    : Optional.<String>empty();
        });
    }
}
