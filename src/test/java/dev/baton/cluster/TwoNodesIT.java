package dev.baton.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** Two nodes on one PostgreSQL; the devices' own log is the judge. The last test stops one of them. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoNodesIT {

    private static final int LOCKED_OUT = 20;

    /** The hours of a window that is closed while these tests run. */
    private static final String CLOSED = closedHours();

    @TempDir
    private static Path folder;

    private static LoggingDevices devices;
    private static JdbcTemplate jdbc;
    private static ClusterNode one;
    private static ClusterNode other;

    @BeforeAll
    static void startBoth() throws Exception {
        String password = UUID.randomUUID().toString();
        devices = new LoggingDevices(folder, password);
        Files.writeString(folder.resolve("right"), password);
        Files.writeString(folder.resolve("wrong"), "something else");
        inventory();
        DataSource database = TestDatabase.emptyPostgres();
        jdbc = new JdbcTemplate(database);
        String url;
        try (var connection = database.getConnection()) {
            url = connection.getMetaData().getURL();
        }
        one = new ClusterNode("one", url, folder);
        one.deploy(change());
        other = new ClusterNode("other", url, folder);
    }

    @AfterAll
    static void stopBoth() throws IOException {
        for (AutoCloseable part : new AutoCloseable[] {one, other, devices}) {
            try {
                part.close();
            } catch (Exception e) {
                throw new IOException(e);
            }
        }
    }

    @Test
    @Order(1)
    void bothTakeStepsAndNeverChangeTwoDevicesOfAConflictDomainTogether() {
        List<String> runs = Stream.of("fw-a", "fw-b", "fw-a", "fw-b", "web-1", "web-2", "web-3", "web-4")
                .map(one::run)
                .toList();

        allEnd(runs);

        assertThat(actions("SUCCEEDED")).isEqualTo(8);
        assertThat(devices.overlaps()).isZero();
        assertThat(jdbc.queryForList("select distinct node from baton_action", String.class))
                .hasSize(2);
        assertThat(jdbc.queryForList("select state from baton_node", String.class))
                .containsExactly("RUNNING", "RUNNING");
    }

    @Test
    @Order(2)
    void aWrongPasswordIsTriedThreeTimesByBothTogether() {
        List<String> runs = IntStream.range(0, 4)
                .mapToObj(number -> (number % 2 == 0 ? one : other).run("role=locked"))
                .toList();

        allEnd(runs);

        assertThat(devices.refusedLogins()).isBetween(1, 3);
        assertThat(jdbc.queryForObject("select count(*) from baton_action where error = 'AUTH_FAILED'", Integer.class))
                .isEqualTo(4 * LOCKED_OUT);
    }

    @Test
    @Order(3)
    void aChangeOutsideItsWindowRestsAtNoNodeUntilTheInventoryOpensIt() throws IOException {
        int before = actions("SUCCEEDED");
        String waiting = one.run("name in (vault-1, web-1)");
        String emergency = one.emergency("vault-1");

        allEnd(List.of(emergency));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> jdbc.queryForList("select worker_id_ from act_ru_ext_task", String.class)
                        .equals(List.of("change-window")));
        assertThat(jdbc.queryForList(
                        "select waiting_for from baton_action where state = 'PLANNED' and run = ?",
                        String.class,
                        waiting))
                .singleElement()
                .asString()
                .startsWith("its change window quiet until ")
                .endsWith("UTC");
        assertThat(actions("SUCCEEDED")).isEqualTo(before + 2);

        Path inventory = folder.resolve("inventory.yaml");
        Files.writeString(inventory, Files.readString(inventory).replace(CLOSED, "from: \"00:00\", to: \"24:00\""));
        one.reload();
        other.reload();
        allEnd(List.of(waiting));
        assertThat(actions("SUCCEEDED")).isEqualTo(before + 3);
    }

    @Test
    @Order(4)
    void whatANodeLeavesWhenItIsStoppedTheOtherOneDoes() {
        List<String> runs =
                Stream.generate(() -> "name=web-*").limit(6).map(one::run).toList();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Integer.valueOf(2)
                        .equals(jdbc.queryForObject(
                                "select count(distinct worker_id_) from act_ru_ext_task", Integer.class)));

        other.close();
        allEnd(runs);

        assertThat(actions("SUCCEEDED")).isEqualTo(8 + 3 + 6 * 4);
        assertThat(jdbc.queryForList("select state from baton_node order by started_at", String.class))
                .containsExactly("RUNNING", "STOPPED");
    }

    private static void allEnd(List<String> runs) {
        String ids = runs.stream().map(run -> "'" + run + "'").collect(Collectors.joining(", "));
        await().atMost(Duration.ofMinutes(2))
                .until(() -> Integer.valueOf(runs.size())
                        .equals(jdbc.queryForObject(
                                "select count(*) from act_hi_procinst where end_time_ is not null and id_ in (" + ids
                                        + ")",
                                Integer.class)));
    }

    private static int actions(String state) {
        Integer count = jdbc.queryForObject("select count(*) from baton_action where state = ?", Integer.class, state);
        return count == null ? 0 : count;
    }

    private static BpmnModelInstance change() {
        return Bpmn.createExecutableProcess("change")
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent()
                .serviceTask("Task_ChooseTargets")
                .camundaAsyncBefore()
                .camundaDelegateExpression("${chooseTargets}")
                .camundaInputParameter("query", "${query}")
                .camundaOutputParameter("targets", "${targets}")
                .serviceTask("Task_Change")
                .camundaAsyncBefore()
                .camundaDelegateExpression("${runCommand}")
                .camundaInputParameter("targets", "${targets}")
                .camundaInputParameter("command", "change")
                .camundaInputParameter("effect", "CONVERGE")
                .camundaInputParameter("concurrency", "10")
                .camundaInputParameter("maxFailures", "100%")
                .camundaInputParameter("onFailure", "continue")
                .endEvent()
                .done();
    }

    private static void inventory() throws Exception {
        StringBuilder all = new StringBuilder("devices:\n");
        StringBuilder credentials = new StringBuilder("credentials:\n");
        for (String name : List.of("fw-a", "fw-b", "web-1", "web-2", "web-3", "web-4", "vault-1")) {
            String domain = name.startsWith("fw") ? ", conflict-domain: fw" : "";
            all.append(device(name, "web", name, domain));
            credentials.append(credential(name, name, "right"));
        }
        for (int number = 0; number < LOCKED_OUT; number++) {
            all.append(device("locked-" + number, "locked", "locked", ""));
        }
        credentials.append(credential("locked", "locked", "wrong"));
        String window = "windows: [{name: quiet, devices: vault-1, timezone: UTC, " + CLOSED + "}]\n";
        Files.writeString(
                folder.resolve("inventory.yaml"), all.append(credentials).append(window));
    }

    private static String closedHours() {
        LocalTime from = LocalTime.now(ZoneOffset.UTC).plusHours(6).truncatedTo(ChronoUnit.MINUTES);
        return "from: \"%s\", to: \"%s\"".formatted(from, from.plusHours(6));
    }

    private static String device(String name, String role, String credential, String more) throws Exception {
        return "  - {name: %s, address: 127.0.0.1, platform: linux, role: %s%s, ssh: {port: %d, credential: %s, host-key: \"%s\"}}\n"
                .formatted(name, role, more, devices.port(), credential, devices.fingerprint());
    }

    private static String credential(String name, String user, String file) {
        return "  - {name: %s, type: ssh-password, username: %s, password: \"file:%s\"}\n"
                .formatted(name, user, folder.resolve(file));
    }
}
