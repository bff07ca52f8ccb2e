package dev.baton.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.action.Effect;
import dev.baton.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a node that was lost left behind in a step that was then cancelled; proved on each database. */
abstract class SilentNodesContract {

    private RunnerFixture runner;
    private SilentNodes nodes;

    abstract TestDatabase database();

    @BeforeEach
    void prepare() {
        runner = new RunnerFixture(database());
        runner.database.jdbc().execute("create table ACT_RU_EXT_TASK (ID_ varchar(64), ACT_INST_ID_ varchar(64))");
        nodes = new SilentNodes(runner.database.jdbc(), runner.commits, runner.node, runner.settings);
        runner.journal.plan(runner.step(Map.of()), Effect.ONCE, List.of("box1"));
    }

    @AfterEach
    void close() throws InterruptedException {
        runner.close();
    }

    @ParameterizedTest
    @CsvSource({"SENT, UNKNOWN", "INTENT, CANCELLED", "PLANNED, CANCELLED", "SUCCEEDED, SUCCEEDED", "HELD, HELD"})
    void anActionOfALostNodeEndsWithItsStep(String left, String settled) {
        runner.lostNodeLeft(left);

        nodes.settle();

        assertThat(runner.stored("box1", "state")).isEqualTo(settled);
    }

    @Test
    void anActionOfANodeThatLivesIsItsOwn() {
        runner.lostNodeLeft("SENT");
        runner.database.jdbc().update("update baton_action set node = ?", runner.node.id());
        nodes.beat();

        nodes.settle();

        assertThat(runner.stored("box1", "state")).isEqualTo("SENT");
    }

    @Test
    void anActionOfAStepThatGoesOnWaitsForTheNextNode() {
        runner.lostNodeLeft("SENT");
        runner.database.jdbc().update("insert into ACT_RU_EXT_TASK values ('task', 'Task_Act:1')");

        nodes.settle();

        assertThat(runner.stored("box1", "state")).isEqualTo("SENT");
    }

    @Test
    void aNewNodeForgetsThoseThatFellSilentLongAgo() {
        runner.database
                .jdbc()
                .update(
                        "insert into baton_node values ('old', current_timestamp, current_timestamp - interval '2' day)");

        nodes.beat();
        nodes.beat();

        assertThat(runner.database.jdbc().queryForList("select id from baton_node", String.class))
                .containsExactly(runner.node.id());
    }

    @Test
    void theLongestHostNameFitsEverywhere() {
        Node node = new Node("h".repeat(63));
        nodes = new SilentNodes(runner.database.jdbc(), runner.commits, node, runner.settings);
        ActionRow row = runner.journal.rows("Task_Act:1").get(0).claimed(node.id());

        nodes.beat();
        Lease lease = new LeaseQueue(runner.leases, runner.journal, runner.settings).keep(null, row, new StopSignal());

        assertThat(lease).isNotNull();
        assertThat(runner.journal.intent(row, lease, "act", "digest")).isTrue();
    }
}
