package dev.baton.cluster;

import dev.baton.inventory.Inventory;
import dev.baton.testing.NodeParts;
import java.nio.file.Path;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** One of several nodes without web pages in this JVM. */
final class ClusterNode implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final ProcessEngine engine;

    ClusterNode(String name, String database, Path folder) {
        context = new SpringApplicationBuilder(NodeParts.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--spring.profiles.active=postgresql",
                        "--spring.main.banner-mode=off",
                        "--BATON_DB_URL=" + database,
                        "--BATON_DB_USER=postgres",
                        "--BATON_DB_PASSWORD=",
                        "--camunda.bpm.process-engine-name=" + name,
                        "--baton.inventory=" + folder.resolve("inventory.yaml"),
                        "--baton.device.scrub-key-file=" + folder.resolve("scrub.key"),
                        "--baton.backup.repository=" + folder.resolve("backups"),
                        "--baton.lab.enabled=false",
                        "--baton.runner.steps=2",
                        "--baton.runner.poll=100ms",
                        "--baton.runner.window-check=200ms",
                        "--baton.runner.seen-file=" + folder.resolve(name + ".seen"),
                        "--logging.level.root=warn",
                        "--management.endpoint.health.validate-group-membership=false");
        engine = context.getBean(ProcessEngine.class);
    }

    void deploy(BpmnModelInstance diagram) {
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance("change.bpmn", diagram)
                .deploy();
    }

    /** @return id of the run */
    String run(String query) {
        return engine.getRuntimeService()
                .startProcessInstanceByKey("change", Map.of("query", query, "reason", "a test"))
                .getId();
    }

    /** @return id of a run that passes over change windows */
    String emergency(String query) {
        return engine.getRuntimeService()
                .startProcessInstanceByKey("change", Map.of("query", query, "reason", "fire", "emergency", true))
                .getId();
    }

    void reload() {
        context.getBean(Inventory.class).reload();
    }

    @Override
    public void close() {
        context.close();
    }
}
