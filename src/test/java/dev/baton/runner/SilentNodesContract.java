package dev.baton.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.action.Effect;
import dev.baton.action.Problem;
import dev.baton.action.Shell;
import dev.baton.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
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
        nodes = runner.silentNodes();
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ended TERM | CANCELLED | the command was ended by TERM, nothing of it runs any more",
                "gone | UNKNOWN | the command does not run any more",
                "alive 4711 | UNKNOWN | nothing else changes the device until this action is decided",
            })
    void whatALostNodeLeftOnAHostIsEndedThereOrUnknown(String host, String state, String message) {
        onAHost(command -> command.contains(" baton-end ") ? host : "");
        runner.lostNodeLeft("SENT");

        nodes.settle();

        assertThat(runner.stored("box1", "state")).isEqualTo(state);
        assertThat(runner.stored("box1", "message"))
                .startsWith("it was sent, and its step ended while its node was lost; ")
                .endsWith(message);
        assertThat(runner.stored("box1", "node")).isEqualTo(runner.node.id());
        assertThat(runner.leases.acquire("box1", "another run").isPresent()).isEqualTo(!host.startsWith("alive"));
    }

    @Test
    void aHostThatCannotBeAskedKeepsTheDeviceForAPerson() {
        onAHost(command -> {
            throw Problem.UNREACHABLE.because("box1: no route");
        });
        runner.lostNodeLeft("SENT");

        nodes.settle();

        assertThat(runner.stored("box1", "state")).isEqualTo("UNKNOWN");
        assertThat(runner.stored("box1", "message")).contains("may still run: box1: no route");
        assertThat(runner.leases.acquire("box1", "another run")).isEmpty();
    }

    @Test
    void theLeaseOfTheLostNodeIsTakenOverAndThatOfAnotherActionIsNot() {
        onAHost(command -> "gone");
        runner.lostNodeLeft("SENT");
        String action = runner.stored("box1", "id");
        assertThat(runner.leases.acquire("box1", action + "#lost")).isPresent();

        assertThat(runner.leases.takeOver(List.of("box1"), "another", "another#1"))
                .isEmpty();
        nodes.settle();

        assertThat(runner.leases.acquire("box1", "another run")).isPresent();
    }

    private void onAHost(UnaryOperator<String> answer) {
        runner.shell = Shell.POSIX;
        runner.links.answers = (device, command) -> answer.apply(command.text());
        nodes = runner.silentNodes();
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
