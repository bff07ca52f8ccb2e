package dev.baton.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.device.DeviceLinks;
import dev.baton.testing.NodeParts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** A node without web pages and with the settings that Baton ships with, in this JVM. */
final class BenchNode implements AutoCloseable {

    private static final Duration LONGEST_RUN = Duration.ofMinutes(1);
    private static final Duration POLL = Duration.ofMillis(20);
    private static final int STARTERS = 4;

    private final Database database;
    private final ConfigurableApplicationContext context;
    private final ProcessEngine engine;

    /** @param links what devices are reached by; null for the real protocols */
    BenchNode(Database database, Path folder, @Nullable DeviceLinks links) {
        this.database = database;
        context = new SpringApplicationBuilder(NodeParts.class)
                .web(WebApplicationType.NONE)
                .initializers((GenericApplicationContext parts) -> {
                    if (links != null) {
                        parts.registerBean("links", DeviceLinks.class, () -> links, bean -> bean.setPrimary(true));
                    }
                })
                .run(
                        "--spring.profiles.active=postgresql",
                        "--spring.main.banner-mode=off",
                        "--BATON_DB_URL=" + database.url(),
                        "--BATON_DB_USER=postgres",
                        "--BATON_DB_PASSWORD=",
                        "--baton.inventory=" + folder.resolve("inventory.yaml"),
                        "--baton.device.scrub-key-file=" + folder.resolve("scrub.key"),
                        "--baton.backup.repository=" + folder.resolve("backups"),
                        "--baton.lab.enabled=false",
                        "--logging.level.root=warn",
                        "--management.endpoint.health.validate-group-membership=false");
        engine = context.getBean(ProcessEngine.class);
    }

    void deploy(BpmnModelInstance diagram) {
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance("bench.bpmn", diagram)
                .deploy();
    }

    void deploy(Path file) throws IOException {
        engine.getRepositoryService()
                .createDeployment()
                .addString(file.getFileName().toString(), Files.readString(file))
                .deploy();
    }

    <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    /** Starts a run, waits for its end and checks that its actions ended as often as given in this state. */
    String run(String procedure, Map<String, Object> variables, int actions, String state) {
        Map<String, Object> all = new HashMap<>(Map.of("query", "", "reason", "a benchmark"));
        all.putAll(variables);
        String run = engine.getRuntimeService()
                .startProcessInstanceByKey(procedure, all)
                .getId();
        await().atMost(LONGEST_RUN).pollDelay(Duration.ZERO).pollInterval(POLL).until(() -> hasEnded(run));
        assertThat(database.number("select count(*) from baton_action where run = ? and state = ?", run, state))
                .as(() -> "actions that ended as " + state + "; others: " + others(run, state))
                .isEqualTo(actions);
        return run;
    }

    /** Runs as many at once, each on a device of its own; they end after so many actions. */
    void runAll(String procedure, int runs, int actions) {
        long before = succeeded();
        long ended = ended(procedure);
        ExecutorService starters = Executors.newFixedThreadPool(STARTERS);
        for (int number = 0; number < runs; number++) {
            String device = "name=" + Addresses.name(number);
            starters.execute(() -> engine.getRuntimeService()
                    .startProcessInstanceByKey(procedure, Map.of("query", device, "reason", "a benchmark")));
        }
        starters.shutdown();
        await().atMost(LONGEST_RUN)
                .pollDelay(Duration.ZERO)
                .pollInterval(POLL)
                .until(() -> ended(procedure) - ended == runs);
        assertThat(succeeded() - before).as("actions that succeeded").isEqualTo(actions);
    }

    private long ended(String procedure) {
        return database.number(
                "select count(*) from act_hi_procinst where proc_def_key_ = ? and end_time_ is not null", procedure);
    }

    private long succeeded() {
        return database.number("select count(*) from baton_action where state = 'SUCCEEDED'");
    }

    private String others(String run, String state) {
        return database.text(
                "select string_agg(seen, '; ') from (select count(*) || ' ' || state || ' such as ' || min(message) seen"
                        + " from baton_action where run = ? and state <> ? group by state) others",
                run,
                state);
    }

    private boolean hasEnded(String run) {
        return database.number("select count(*) from act_hi_procinst where id_ = ? and end_time_ is not null", run) > 0;
    }

    @Override
    public void close() {
        context.close();
    }
}
