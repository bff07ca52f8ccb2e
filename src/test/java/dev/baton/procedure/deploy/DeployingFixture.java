package dev.baton.procedure.deploy;

import dev.baton.engine.PermittedActs;
import dev.baton.procedure.check.Checks;
import dev.baton.procedure.check.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

/** An engine on its own H2 database and a folder of procedures; every {@code start} is a restart of the application. */
final class DeployingFixture implements AutoCloseable {

    private static int databases;

    final AtomicInteger attempts = new AtomicInteger();
    final JdbcDataSource database = new JdbcDataSource();
    final RepositoryService repository;
    final DeployedVersions versions;
    final RefusedUploads refusals;
    final Deployer deployer;
    private final ProcessEngine engine;
    private final TransactionTemplate transaction;
    private final List<Rule> rules;

    DeployingFixture(List<Rule> rules) {
        this.rules = rules;
        database.setUrl("jdbc:h2:mem:deploying" + databases++ + ";DB_CLOSE_DELAY=-1");
        Flyway.configure()
                .dataSource(database)
                .placeholders(Map.of("binary", "blob", "text", "clob"))
                .load()
                .migrate();
        DataSourceTransactionManager transactions = new DataSourceTransactionManager(database);
        SpringProcessEngineConfiguration configuration = new SpringProcessEngineConfiguration();
        configuration.setDataSource(database);
        configuration.setApplicationContext(new GenericApplicationContext());
        configuration.setTransactionManager(transactions);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setProcessEngineName(database.getUrl());
        configuration.setJobExecutorActivate(false);
        configuration.setDmnEnabled(false);
        engine = configuration.buildProcessEngine();
        repository = engine.getRepositoryService();
        JdbcClient jdbc = JdbcClient.create(database);
        versions = new DeployedVersions(jdbc);
        refusals = new RefusedUploads(jdbc);
        transaction = new TransactionTemplate(transactions) {
            @Override
            public <T> @Nullable T execute(TransactionCallback<T> action) {
                attempts.incrementAndGet();
                return super.execute(action);
            }
        };
        deployer = new Deployer(repository, new DeploymentRecords(jdbc), transaction, new PermittedActs(engine));
    }

    ProcedureFiles files(Path folder) {
        return files(folder, new ShippedFiles("nothing-is-shipped/"));
    }

    ProcedureFiles files(Path folder, ShippedFiles shipped) {
        FolderFiles own = new FolderFiles(new ProcedureSettings(folder, Duration.ofMillis(20)));
        return new ProcedureFiles(shipped, own, new Checks(rules), deployer);
    }

    /** Makes every deployment fail until the table has its name again. */
    void rename(String table, String name) {
        JdbcClient.create(database)
                .sql("alter table " + table + " rename to " + name)
                .update();
    }

    ProcedureWatch watch(Path folder, ProcedureFiles files) {
        ProcedureSettings settings = new ProcedureSettings(folder, Duration.ofMillis(20));
        return new ProcedureWatch(files, new FolderFiles(settings), settings);
    }

    Submissions submissions(ProcedureFiles files) {
        return new Submissions(files, versions, new Checks(rules), deployer, transaction, refusals);
    }

    /** Procedure key to its latest version. */
    Map<String, Integer> latest() {
        return repository.createProcessDefinitionQuery().latestVersion().list().stream()
                .collect(Collectors.toMap(
                        ProcessDefinition::getKey, ProcessDefinition::getVersion, (one, two) -> one, TreeMap::new));
    }

    static void write(Path folder, String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    static String form(String id, String label) {
        return """
                {"id": "%s", "schemaVersion": 16, "type": "default", "executionPlatform": "Camunda Platform",
                 "components": [{"type": "textfield", "id": "Field_1", "key": "note", "label": "%s"}]}
                """.formatted(id, label);
    }

    /** A procedure whose only task shows a form. */
    static String diagram(String key, String form, String taskName) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="Definitions" targetNamespace="http://baton.dev">
                  <bpmn:process id="%s" name="A procedure" isExecutable="true" camunda:historyTimeToLive="P30D">
                    <bpmn:startEvent id="StartEvent_Asked"/>
                    <bpmn:sequenceFlow id="SequenceFlow_1" sourceRef="StartEvent_Asked" targetRef="Task_Look"/>
                    <bpmn:userTask id="Task_Look" name="%s" camunda:formRef="%s" camunda:formRefBinding="deployment"/>
                    <bpmn:sequenceFlow id="SequenceFlow_2" sourceRef="Task_Look" targetRef="EndEvent_Looked"/>
                    <bpmn:endEvent id="EndEvent_Looked"/>
                  </bpmn:process>
                </bpmn:definitions>
                """.formatted(key, taskName, form);
    }

    @Override
    public void close() {
        engine.close();
    }
}
