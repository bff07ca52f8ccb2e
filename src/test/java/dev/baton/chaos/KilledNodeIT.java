package dev.baton.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.builder.AbstractFlowNodeBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** A node is killed ten times while 200 actions run: nothing is lost, and nothing that must not be repeated is sent twice. */
class KilledNodeIT {

    private static final int DEVICES = 20;
    private static final List<String> STEPS = List.of(
            "Once", "Checkable", "Converge", "Read", "Once", "Checkable", "Once", "Checkable", "Converge", "Once");
    private static final int KILLS = 10;
    private static final Path LOG = Path.of("target", "chaos-node.log").toAbsolutePath();

    @TempDir
    private Path folder;

    private final long seed = Long.getLong("chaos.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final String password = UUID.randomUUID().toString();

    @Test
    void nothingIsLostAndNothingThatMustNotBeRepeatedIsSentTwice() throws Exception {
        System.getLogger("chaos").log(System.Logger.Level.INFO, "-Dchaos.seed=" + seed);
        TestDatabase database = TestDatabase.postgres();
        try (ChaosDevices devices = new ChaosDevices(folder, password, seed)) {
            Files.writeString(folder.resolve("inventory.yaml"), inventory(devices));
            Files.writeString(folder.resolve("chaos.bpmn"), diagram());

            for (int kill = 0; kill < KILLS; kill++) {
                Process node = startNode(database);
                int before = finished(database.jdbc());
                int some = 1 + random.nextInt(12);
                await("progress before kill " + kill)
                        .atMost(Duration.ofMinutes(2))
                        .pollInterval(Duration.ofMillis(20))
                        .failFast("the node ended by itself, see " + LOG, () -> !node.isAlive())
                        .until(() -> finished(database.jdbc()) >= Math.min(before + some, 195));
                node.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
            }
            Process node = startNode(database);
            await("the end of the run")
                    .atMost(Duration.ofMinutes(3))
                    .failFast("the node ended by itself, see " + LOG, () -> !node.isAlive())
                    .until(() -> ended(database.jdbc()));
            node.destroyForcibly().waitFor(10, TimeUnit.SECONDS);

            judge(database.jdbc(), devices);
        }
    }

    private static void judge(JdbcTemplate jdbc, ChaosDevices devices) {
        List<Map<String, Object>> actions =
                jdbc.queryForList("select activity, device, effect, state from baton_action order by activity, device");
        assertThat(actions).hasSize(DEVICES * STEPS.size());
        List<String> faults = new ArrayList<>();
        int unknown = 0;
        for (Map<String, Object> action : actions) {
            String effect = (String) action.get("effect");
            String state = (String) action.get("state");
            int acts = devices.acts((String) action.get("device"), (String) action.get("activity"));
            unknown += "UNKNOWN".equals(state) ? 1 : 0;
            boolean right = switch (effect) {
                case "READ" -> "SUCCEEDED".equals(state) && acts == 0;
                case "CONVERGE" -> "SUCCEEDED".equals(state) && acts >= 1;
                case "CHECKABLE" -> "SUCCEEDED".equals(state) ? acts == 1 : "UNKNOWN".equals(state) && acts <= 1;
                default -> "SUCCEEDED".equals(state) ? acts == 1 : "UNKNOWN".equals(state) && acts <= 1;
            };
            if (!right) {
                faults.add(action + " reached the device " + acts + " times");
            }
        }
        System.getLogger("chaos").log(System.Logger.Level.INFO, "{0} actions, {1} unknown", actions.size(), unknown);
        assertThat(faults).isEmpty();
    }

    private static int finished(JdbcTemplate jdbc) {
        Integer count = jdbc.queryForObject(
                "select count(*) from baton_action where state in ('SUCCEEDED', 'UNKNOWN', 'FAILED')", Integer.class);
        return count == null ? 0 : count;
    }

    private static boolean ended(JdbcTemplate jdbc) {
        Integer count =
                jdbc.queryForObject("select count(*) from act_hi_procinst where end_time_ is not null", Integer.class);
        return count != null && count == 1;
    }

    private Process startNode(TestDatabase database) throws Exception {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        String url;
        try (var connection = database.dataSource().getConnection()) {
            url = connection.getMetaData().getURL();
        }
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-Duser.timezone=UTC",
                "-cp",
                classPath,
                "dev.baton.chaos.ChaosNode",
                "--spring.profiles.active=postgresql",
                "--spring.main.banner-mode=off",
                "--baton.inventory=" + folder.resolve("inventory.yaml"),
                "--baton.device.scrub-key-file=" + folder.resolve("scrub.key"),
                "--baton.backup.repository=" + folder.resolve("backups"),
                "--baton.lab.enabled=false",
                "--management.endpoint.health.validate-group-membership=false",
                "--baton.runner.lock=3s",
                "--baton.runner.lease=3s",
                "--baton.runner.poll=200ms",
                "--chaos.diagram=" + folder.resolve("chaos.bpmn"));
        builder.environment()
                .putAll(Map.of(
                        "BATON_DB_URL",
                        url,
                        "BATON_DB_USER",
                        "postgres",
                        "BATON_DB_PASSWORD",
                        "",
                        "CHAOS_PASSWORD",
                        password));
        Files.createDirectories(LOG.getParent());
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(LOG.toFile()));
        return builder.start();
    }

    private static String diagram() {
        AbstractFlowNodeBuilder<?, ?> flow = Bpmn.createExecutableProcess("chaos")
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent()
                .serviceTask("Task_ChooseTargets")
                .camundaAsyncBefore()
                .camundaDelegateExpression("${chooseTargets}")
                .camundaInputParameter("query", "${query}")
                .camundaOutputParameter("targets", "${targets}");
        for (int step = 0; step < STEPS.size(); step++) {
            String id = String.format(Locale.ROOT, "Task_%02d%s", step, STEPS.get(step));
            flow = flow.serviceTask(id)
                    .camundaAsyncBefore()
                    .camundaDelegateExpression("${chaos" + STEPS.get(step) + "}")
                    .camundaInputParameter("targets", "${targets}")
                    .camundaInputParameter("label", id)
                    .camundaInputParameter("concurrency", "4")
                    .camundaInputParameter("maxFailures", "100%")
                    .camundaInputParameter("onFailure", "continue");
        }
        return Bpmn.convertToString(flow.endEvent().done());
    }

    private static String inventory(ChaosDevices devices) throws Exception {
        StringBuilder text = new StringBuilder("devices:\n");
        StringBuilder credentials = new StringBuilder("credentials:\n");
        for (int number = 0; number < DEVICES; number++) {
            String name = String.format(Locale.ROOT, "fake-%02d", number);
            text.append("  - {name: ").append(name).append(", address: 127.0.0.1, platform: linux, ssh: {port: ");
            text.append(devices.port()).append(", credential: ").append(name).append(", host-key: \"");
            text.append(devices.fingerprint()).append("\"}}\n");
            credentials
                    .append("  - {name: ")
                    .append(name)
                    .append(", type: ssh-password, username: ")
                    .append(name);
            credentials.append(", password: \"env:CHAOS_PASSWORD\"}\n");
        }
        return text.append(credentials).toString();
    }
}
