package dev.baton.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionTimeoutException;
import org.awaitility.core.TerminalFailureException;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.builder.AbstractFlowNodeBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A node is killed ten times and stopped once while 200 actions run: nothing is lost, and nothing that must not be repeated is
 * sent twice.
 */
class KilledNodeIT {

    private static final int DEVICES = 20;
    private static final List<String> STEPS = List.of(
            "Once", "Checkable", "Converge", "Read", "Once", "Checkable", "Once", "Checkable", "Converge", "Once");
    private static final int ACTIONS = DEVICES * 10;
    private static final int KILLS = 10;
    private static final Duration PROGRESS = Duration.ofMinutes(2);
    private static final Path LOG = Path.of("target", "chaos-node.log").toAbsolutePath();

    @TempDir
    private Path folder;

    private final long seed = Long.getLong("chaos.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final String password = UUID.randomUUID().toString();
    private final List<Process> nodes = new ArrayList<>();
    private TestDatabase database;
    private JdbcTemplate jdbc;

    @Test
    void nothingIsLostAndNothingThatMustNotBeRepeatedIsSentTwice() throws Exception {
        System.getLogger("chaos").log(System.Logger.Level.INFO, "-Dchaos.seed=" + seed);
        Files.createDirectories(LOG.getParent());
        Files.deleteIfExists(LOG);
        database = TestDatabase.postgres();
        jdbc = database.jdbc();
        try (ChaosDevices devices = new ChaosDevices(folder, password, seed)) {
            Files.writeString(folder.resolve("inventory.yaml"), inventory(devices));
            Files.writeString(folder.resolve("chaos.bpmn"), diagram());

            int hits = 0;
            for (int kill = 0; kill < KILLS; kill++) {
                Process node = nodeUnderWay("kill " + kill);
                node.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
                hits += sentByTheLatestNode() > 0 ? 1 : 0;
            }
            Process stopped = nodeUnderWay("the stop");
            stopped.destroy();
            boolean ended = stopped.waitFor(90, TimeUnit.SECONDS);
            int leftBehind = sentByTheLatestNode();

            startNode();
            waitFor("the end of the run", this::ended);

            judge(devices);
            assertThat(hits).as("kills between SENT and outcome").isPositive();
            assertThat(ended).as("a stopped node ends").isTrue();
            assertThat(leftBehind)
                    .as("actions that a stopped node left as sent")
                    .isZero();
        } catch (AssertionError | ConditionTimeoutException | TerminalFailureException e) {
            throw new AssertionError(e.getMessage() + "; -Dchaos.seed=" + seed + ", the log ends with:\n" + tail(), e);
        } finally {
            nodes.forEach(Process::destroyForcibly);
        }
    }

    /** A new node that has made some progress and, unless the step only reads, has an action under way. */
    private Process nodeUnderWay(String before) throws Exception {
        int wanted = Math.min(finished() + 1 + random.nextInt(12), ACTIONS - DEVICES);
        Process node = startNode();
        waitFor("progress before " + before, () -> {
            int finished = finished();
            return finished >= wanted && (sentByTheLatestNode() > 0 || finished >= wanted + DEVICES);
        });
        return node;
    }

    private void waitFor(String what, Callable<Boolean> condition) {
        Process node = nodes.get(nodes.size() - 1);
        await(what)
                .atMost(PROGRESS)
                .pollInterval(Duration.ofMillis(20))
                .failFast("the node ended by itself before " + what, () -> !node.isAlive())
                .until(condition);
    }

    private static String tail() throws IOException {
        List<String> lines = Files.exists(LOG) ? Files.readAllLines(LOG) : List.of();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
    }

    private void judge(ChaosDevices devices) {
        List<Map<String, Object>> actions =
                jdbc.queryForList("select activity, device, effect, state from baton_action order by activity, device");
        Map<String, Integer> states = new TreeMap<>();
        List<String> faults = new ArrayList<>();
        for (Map<String, Object> action : actions) {
            String state = (String) action.get("state");
            states.merge(state, 1, Integer::sum);
            int acts = devices.acts((String) action.get("device"), (String) action.get("activity"));
            if (!right((String) action.get("effect"), state, acts)) {
                faults.add(action + " reached the device " + acts + " times");
            }
        }
        System.getLogger("chaos").log(System.Logger.Level.INFO, "{0} actions: {1}", actions.size(), states);
        assertThat(actions).hasSize(ACTIONS);
        assertThat(faults).isEmpty();
        assertThat(states.keySet()).isSubsetOf("SUCCEEDED", "UNKNOWN");
    }

    private static boolean right(String effect, String state, int acts) {
        boolean succeeded = "SUCCEEDED".equals(state);
        return switch (effect) {
            case "READ" -> succeeded && acts == 0;
            case "CONVERGE" -> succeeded && acts >= 1;
            default -> succeeded ? acts == 1 : "UNKNOWN".equals(state) && acts <= 1;
        };
    }

    private int finished() {
        return count("select count(*) from baton_action where state not in ('PLANNED', 'INTENT', 'SENT')");
    }

    private int sentByTheLatestNode() {
        return count("select count(*) from baton_action where state = 'SENT' and node ="
                + " (select id from baton_node order by started_at desc limit 1)");
    }

    private boolean ended() {
        return count("select count(*) from act_hi_procinst where end_time_ is not null") == 1;
    }

    private int count(String query) {
        Integer count = jdbc.queryForObject(query, Integer.class);
        return count == null ? 0 : count;
    }

    private Process startNode() throws Exception {
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
                "--baton.runner.lock=10s",
                "--baton.runner.lease=10s",
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
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(LOG.toFile()));
        Process node = builder.start();
        nodes.add(node);
        return node;
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
