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
        nodes = new SilentNodes(runner.commits, runner.settings);
        runner.journal.plan(runner.step(Map.of()), Effect.ONCE, List.of("box1"), "its turn");
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
        said("RUNNING");

        nodes.settle();

        assertThat(runner.stored("box1", "state")).isEqualTo("SENT");
    }

    @Test
    void anActionOfANodeThatWasStoppedEndsWithItsStepAtOnce() {
        runner.lostNodeLeft("SENT");
        runner.database.jdbc().update("update baton_action set node = ?", runner.node.id());
        said("STOPPED");

        nodes.settle();

        assertThat(runner.stored("box1", "state")).isEqualTo("UNKNOWN");
    }

    @Test
    void anActionOfAStepThatGoesOnWaitsForTheNextNode() {
        runner.lostNodeLeft("SENT");
        runner.database.jdbc().update("insert into ACT_RU_EXT_TASK values ('task', 'Task_Act:1')");

        nodes.settle();

        assertThat(runner.stored("box1", "state")).isEqualTo("SENT");
    }

    @Test
    void theLongestHostNameFitsEverywhere() {
        Node node = new Node("h".repeat(63));
        ActionRow row = runner.journal.rows("Task_Act:1").get(0).claimed(node.id());

        Lease lease = new LeaseQueue(runner.leases, runner.journal, runner.settings)
                .keep(null, RunnerFixture.device("box1"), row, new StopSignal());

        assertThat(lease).isNotNull();
        assertThat(runner.journal.intent(row, lease, "act", "digest")).isTrue();
    }

    private void said(String state) {
        runner.database
                .jdbc()
                .update(
                        "insert into baton_node (id, started_at, heartbeat_at, state)"
                                + " values (?, current_timestamp, current_timestamp, ?)",
                        runner.node.id(),
                        state);
    }
}
