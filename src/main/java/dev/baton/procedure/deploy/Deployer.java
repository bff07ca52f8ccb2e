package dev.baton.procedure.deploy;

import dev.baton.engine.PermittedActs;
import dev.baton.procedure.check.Violation;
import dev.baton.procedure.check.Violation.Weight;
import dev.baton.procedure.source.Bundle;
import dev.baton.procedure.source.SourceFile;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.ProcessEnginePersistenceException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Hands one bundle to the engine, which makes a version of it when it differs from the last one of the same origin. */
@Component
final class Deployer {

    private final RepositoryService repository;
    private final DeploymentRecords records;
    private final TransactionTemplate transaction;
    private final PermittedActs permitted;

    Deployer(
            RepositoryService repository,
            DeploymentRecords records,
            TransactionTemplate transaction,
            PermittedActs permitted) {
        this.repository = repository;
        this.records = records;
        this.transaction = transaction;
        this.permitted = permitted;
    }

    /**
     * Deploys a bundle that passed the checks. The platform does it, whoever asked for it: who may is not the engine's to say.
     *
     * @param source keeps versions that people send apart from files: a restart with unchanged files must not undo them
     */
    Outcome deploy(Bundle bundle, Source source, String person) {
        DeploymentBuilder builder = repository
                .createDeployment()
                .name(bundle.key())
                .source(source.text())
                .enableDuplicateFiltering(false);
        for (SourceFile file : bundle.files()) {
            builder.addInputStream(file.name(), new ByteArrayInputStream(file.content()));
        }
        try {
            return Objects.requireNonNull(transaction.execute(status -> {
                DeploymentWithDefinitions deployment = permitted.run(builder::deployWithResult);
                List<ProcessDefinition> definitions = deployment.getDeployedProcessDefinitions();
                if (definitions == null || definitions.isEmpty()) {
                    return new Outcome.Unchanged();
                }
                ProcessDefinition definition = definitions.get(0);
                records.add(deployment.getId(), definition, source, person, bundle.digest());
                return new Outcome.Deployed(bundle.key(), definition.getVersion());
            }));
        } catch (ParseException e) {
            return new Outcome.Refused(e.getResorceReports().stream()
                    .flatMap(report -> report.getErrors().stream()
                            .map(problem -> refusal(
                                    report.getResourceName(), problem.getMainElementId(), problem.getMessage())))
                    .toList());
        } catch (ProcessEnginePersistenceException | AuthorizationException notTheBundles) {
            throw notTheBundles;
        } catch (ProcessEngineException e) {
            return new Outcome.Refused(List.of(refusal(bundle.file().name(), "", e.getMessage())));
        }
    }

    private static Violation refusal(String file, @Nullable String element, @Nullable String message) {
        return new Violation(
                file,
                element == null ? "" : element,
                "engine",
                String.valueOf(message),
                "Correct the element; the process engine refuses it",
                Weight.ERROR);
    }
}
