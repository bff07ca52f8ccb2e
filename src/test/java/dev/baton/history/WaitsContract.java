package dev.baton.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Why steps and actions wait, and where, on every database, over the rows of a real engine. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class WaitsContract {

    private SampleRuns sample;
    private JdbcClient jdbc;
    private RunParts parts;
    private Journal journal;
    private Nodes nodes;
    private String reference;
    private String root;

    abstract DataSource database();

    abstract Map<String, String> columnTypes();

    @BeforeAll
    void deploy() {
        DataSource database = database();
        sample = new SampleRuns(database, columnTypes());
        jdbc = JdbcClient.create(database);
        nodes = new Nodes(jdbc);
        Waits waits = new Waits(jdbc, nodes, new Quarantines(jdbc));
        journal = new Journal(jdbc, waits);
        parts = new RunParts(jdbc, journal, waits);
    }

    @BeforeEach
    void aRunWaits() {
        reference = sample.start("patch", "ada");
        root = new RunHistory(jdbc).find(reference).orElseThrow().id();
        sample.action(root, step().id(), "host-1", "PLANNED", Instant.now());
        jdbc.sql("update baton_action set waiting_for = 'its turn', waiting_since = current_timestamp")
                .update();
    }

    @AfterEach
    void endIt() {
        sample.delete(root);
        for (String table : List.of("baton_action", "baton_node", "baton_quarantine", "baton_breaker")) {
            jdbc.sql("delete from " + table).update();
        }
    }

    @AfterAll
    void close() {
        sample.close();
    }

    @Test
    void withoutANodeAStepAndItsActionsWaitForOne() {
        assertThat(step().waitingFor()).isEqualTo("a node, none is running");
        assertThat(step().waitingSince()).isNotNull();
        assertThat(action().waitingFor()).isEqualTo("a node, none is running");
        assertThat(action().waitingNode()).isNull();
    }

    @Test
    void nodesThatTakeNothingSayWhy() {
        node("n1", "QUARANTINED", "its clock is 7.0 s behind the database's", 30);
        node("n2", "DRAINING", "it is being stopped", 30);
        node("n3", "RUNNING", null, -1);

        assertThat(step().waitingFor())
                .startsWith("a node that takes steps (")
                .contains("n1: its clock is 7.0 s behind the database's", "n2: it is being stopped")
                .doesNotContain("n3");
    }

    @Test
    void busyNodesAreCounted() {
        node("n1", "RUNNING", null, 30);

        assertThat(step().waitingFor()).isEqualTo("a node with room for it, 1 is running");
    }

    @Test
    void inQuarantineAnAdministratorIsWaitedFor() {
        node("n1", "QUARANTINED", "quarantine", 30);
        jdbc.sql(
                        "insert into baton_quarantine (id, node, reason, unknown_actions, void_approvals, entered_at, open_key)"
                                + " values ('q', 'n1', 'restored', 0, 0, current_timestamp, 1)")
                .update();

        assertThat(action().waitingFor()).isEqualTo("an administrator to lift the quarantine");
    }

    @Test
    void aStepThatANodeHasNamesItAndItsActionsSayWhatTheyWaitFor() {
        node("n1", "RUNNING", null, 30);
        takenBy("n1");

        assertThat(step().waitingFor()).isNull();
        assertThat(step().node()).isEqualTo("n1");
        assertThat(action().waitingFor()).isEqualTo("its turn");
        assertThat(action().waitingNode()).isEqualTo("n1");
        assertThat(nodes.list())
                .singleElement()
                .satisfies(node -> assertThat(node.steps()).singleElement().satisfies(step -> {
                    assertThat(step.run()).isEqualTo(reference);
                    assertThat(step.name()).isEqualTo("List patches");
                    assertThat(step.open()).isEqualTo(1);
                }));
    }

    @Test
    void aStepOfALostNodeWaitsForAnotherOne() {
        node("n1", "RUNNING", null, -1);
        takenBy("n1");

        assertThat(nodes.list()).singleElement().extracting(Node::state).isEqualTo("LOST");
        assertThat(step().waitingFor()).isEqualTo("another node to take it over from n1, which fell silent");
    }

    @Test
    void aStepThatRestsUntilAWindowOpensHasNoNodeAndItsActionsSayWhichWindow() {
        node("n1", "RUNNING", null, 30);
        takenBy("change-window");
        jdbc.sql("update baton_action set waiting_for = 'its change window nights until Wed 22:00'")
                .update();

        assertThat(step().waitingFor()).isEqualTo("the change windows of its devices");
        assertThat(step().waitingSince()).isNotNull();
        assertThat(step().node()).isNull();
        assertThat(action().waitingFor()).isEqualTo("its change window nights until Wed 22:00");
        assertThat(action().waitingSince()).isNotNull();
    }

    @Test
    void anActionThatEndedWaitsForNothing() {
        sample.action(root, step().id(), "host-2", "SUCCEEDED", Instant.now());

        assertThat(journal.list(ActionFilter.ofRun(root), new Slice(1, 10)).items())
                .filteredOn(action -> action.state().equals("SUCCEEDED"))
                .singleElement()
                .extracting(Action::waitingFor)
                .isNull();
    }

    @Test
    void aPersonIsWaitedForUntilOneHasClaimedIt() {
        sample.finishDevices();

        assertThat(parts.tree(root).orElseThrow().steps())
                .filteredOn(step -> step.endedAt() == null)
                .singleElement()
                .extracting(Step::waitingFor)
                .isEqualTo("a person");
    }

    private Step step() {
        return parts.tree(root).orElseThrow().steps().get(1);
    }

    private Action action() {
        return journal.list(ActionFilter.ofRun(root), new Slice(1, 10)).items().get(0);
    }

    private void takenBy(String node) {
        assertThat(sample.engine()
                        .getExternalTaskService()
                        .fetchAndLock(1, node)
                        .topic("listPatches", 60_000)
                        .execute())
                .hasSize(1);
    }

    private void node(String id, String state, @Nullable String reason, int seconds) {
        jdbc.sql("insert into baton_node (id, started_at, heartbeat_at, silent_from, state, reason) values (?,"
                        + " current_timestamp, current_timestamp, current_timestamp + cast(? as integer) * interval '1' second,"
                        + " ?, ?)")
                .params(Arrays.asList(id, seconds, state, reason))
                .update();
    }
}
