package dev.baton.runner.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.runner.Node;
import dev.baton.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** What nodes say of themselves, and when they begin nothing; proved on each database. */
abstract class NodeRegistryContract {

    @TempDir
    private Path folder;

    private JdbcTemplate jdbc;
    private TestDatabase database;
    private Duration clockAhead = Duration.ZERO;

    abstract TestDatabase database();

    @BeforeEach
    void prepare() {
        database = database();
        jdbc = database.jdbc();
        jdbc.execute("create table ACT_HI_PROCINST (ID_ varchar(64), END_TIME_ timestamp)");
    }

    @Test
    void aNodeBeginsNothingBeforeItsFirstHeartbeat() {
        Rig node = node("a");
        assertThat(node.registry.open()).isFalse();

        node.registry.beat();

        assertThat(node.registry.open()).isTrue();
        assertThat(said()).isEqualTo(List.of("RUNNING"));
    }

    @Test
    void aNodeThatIsStoppedSaysSo() {
        Rig node = node("a");
        node.registry.beat();

        node.registry.drain();
        node.registry.beat();

        assertThat(node.registry.open()).isFalse();
        assertThat(said()).isEqualTo(List.of("DRAINING"));
        node.registry.stopped();
        assertThat(said()).isEqualTo(List.of("STOPPED"));
    }

    @Test
    void aNodeWhoseClockIsWrongBeginsNothingUntilItIsRight() {
        clockAhead = Duration.ofSeconds(-7);
        Rig node = node("a");
        node.registry.beat();
        assertThat(node.registry.open()).isFalse();
        assertThat(node.registry.standing().reason())
                .contains(" s behind the database's; at most 5.0 s are allowed")
                .containsAnyOf("7.0", "6.9");
        assertThat(jdbc.queryForObject("select clock_skew_ms from baton_node", Long.class))
                .isBetween(-7_500L, -6_500L);
        assertThat(new NodeHealth(node.registry).health().getStatus().getCode()).isEqualTo("OUT_OF_SERVICE");

        clockAhead = Duration.ofSeconds(3);
        node.registry.beat();

        assertThat(node.registry.open()).isTrue();
    }

    @Test
    void aNewNodeForgetsThoseThatFellSilentLongAgo() {
        jdbc.update("insert into baton_node (id, started_at, heartbeat_at)"
                + " values ('old', current_timestamp, current_timestamp - interval '2' day)");

        node("a").registry.beat();

        assertThat(said()).hasSize(1);
    }

    @Test
    void aRestartIsNoRestore() {
        beats(node("a"), 3);

        Rig restarted = node("a");
        restarted.registry.beat();

        assertThat(restarted.registry.open()).isTrue();
    }

    @Test
    void aDatabaseThatWasSetBackIsNoticedAndNothingIsBegun() {
        beats(node("a"), 5);
        theDatabaseIsSetBackTo(2);

        Rig restarted = node("a");
        restarted.registry.beat();

        assertThat(restarted.registry.open()).isFalse();
        assertThat(reason()).contains("this node has seen its heartbeat 4 of epoch 1, and it is at heartbeat 3");
    }

    @Test
    void aDatabaseThatIsSetBackUnderARunningNodeIsNoticedToo() {
        Rig node = node("a");
        beats(node, 5);
        theDatabaseIsSetBackTo(2);

        node.registry.beat();

        assertThat(node.registry.open()).isFalse();
    }

    @Test
    void aNewNodeNoticesThatTheDatabaseIsOnAnotherServer() {
        beats(node("a"), 2);
        jdbc.update("update baton_installation set server = '1 on timeline 1'");

        Rig other = node("b");
        other.registry.beat();

        assertThat(other.registry.open()).isFalse();
        assertThat(reason()).contains("the database was on the server 1 on timeline 1");
    }

    @Test
    void aDatabaseThatMovedWithoutLossGoesOn() {
        beats(node("a"), 3);
        jdbc.update("update baton_installation set server = '1 on timeline 1'");

        Rig restarted = node("a");
        restarted.registry.beat();

        assertThat(restarted.registry.open()).isTrue();
        node("b").registry.beat();
        assertThat(jdbc.queryForObject("select count(*) from baton_quarantine", Integer.class))
                .isZero();
    }

    @Test
    void aNewDatabaseUnderAnOldFolderIsNoRestore() {
        beats(node("a"), 5);
        jdbc.update("delete from baton_installation");

        Rig restarted = node("a");
        restarted.registry.beat();

        assertThat(restarted.registry.open()).isTrue();
    }

    @Test
    void inQuarantineWhatMayHaveBeenSentIsUnknownAndWhatMayBeRepeatedIsNot() {
        for (String effect : List.of("READ", "CONVERGE", "CHECKABLE", "ONCE")) {
            action(effect, "PLANNED");
        }
        action("CONVERGE", "SENT");
        action("ONCE", "SUCCEEDED");

        quarantined();

        assertThat(states())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "READ PLANNED", "PLANNED",
                        "CONVERGE PLANNED", "PLANNED",
                        "CHECKABLE PLANNED", "UNKNOWN",
                        "ONCE PLANNED", "UNKNOWN",
                        "CONVERGE SENT", "UNKNOWN",
                        "ONCE SUCCEEDED", "SUCCEEDED"));
        assertThat(jdbc.queryForObject("select unknown_actions from baton_quarantine", Integer.class))
                .isEqualTo(3);
    }

    @Test
    void inQuarantineApprovalsOfRunsThatGoOnAreVoid() {
        approval("RUN-1", null);
        approval("RUN-2", Instant.now());

        quarantined();

        assertThat(jdbc.queryForList("select run from baton_approval where void_at is not null", String.class))
                .containsExactly("RUN-1");
    }

    @Test
    void aQuarantineHoldsForAllNodesUntilItIsLifted() {
        Rig other = node("b");
        other.registry.beat();
        Rig first = quarantined();
        other.registry.beat();
        assertThat(other.registry.open()).isFalse();

        assertThat(first.quarantines.lift("ada", "all looked at")).isTrue();

        beats(first, 1);
        beats(other, 1);
        assertThat(first.registry.open()).isTrue();
        assertThat(other.registry.open()).isTrue();
        assertThat(first.quarantines.lift("ada", "again")).isFalse();
    }

    @Test
    void nodesThatNoticeItTogetherBeginOneQuarantine() {
        quarantined();

        quarantined();

        assertThat(jdbc.queryForObject("select count(*) from baton_quarantine", Integer.class))
                .isEqualTo(1);
    }

    @Test
    void aNodeThatStartsAfterTheQuarantineDoesNotBeginAnother() {
        beats(node("a"), 5);
        beats(node("b"), 9);
        theDatabaseIsSetBackTo(2);
        Rig first = node("a");
        first.registry.beat();
        first.quarantines.lift("ada", "all looked at");

        Rig late = node("b");
        late.registry.beat();

        assertThat(late.registry.open()).isTrue();
    }

    private Rig quarantined() {
        Rig node = node("a", true);
        node.registry.beat();
        assertThat(node.registry.open()).isFalse();
        return node;
    }

    private static void beats(Rig node, int times) {
        for (int beat = 0; beat < times; beat++) {
            node.registry.beat();
        }
    }

    private Rig node(String name) {
        return node(name, false);
    }

    /** @param name of its data folder */
    private Rig node(String name, boolean quarantine) {
        NodeSettings settings = new NodeSettings(
                Duration.ofSeconds(5), quarantine, folder.resolve(name).resolve("seen"), Duration.ofSeconds(30));
        Installation installation = new Installation(jdbc, () -> Instant.now().plus(clockAhead));
        Quarantines quarantines = new Quarantines(jdbc, database.transactions(), installation);
        RestoreCheck restores = new RestoreCheck(installation, new SeenFile(settings), settings);
        return new Rig(new NodeRegistry(jdbc, new Node(), installation, restores, quarantines, settings), quarantines);
    }

    private record Rig(NodeRegistry registry, Quarantines quarantines) {}

    private void theDatabaseIsSetBackTo(long beats) {
        jdbc.update("update baton_installation set beats = ?, epoch = 1", beats);
    }

    private List<String> said() {
        return jdbc.queryForList("select state from baton_node", String.class);
    }

    private String reason() {
        return String.valueOf(
                jdbc.queryForObject("select reason from baton_quarantine where open_key = 1", String.class));
    }

    private void action(String effect, String state) {
        jdbc.update(
                "insert into baton_action (id, run, process_instance, activity, step, position, device, delegate, effect, state,"
                        + " attempt, planned_at) values (?, 'r', 'r', 'Task_Act', 's', 0, ?, 'act', ?, ?, 0, current_timestamp)",
                effect + state,
                effect + " " + state,
                effect,
                state);
    }

    private Map<String, String> states() {
        Map<String, String> states = new HashMap<>();
        jdbc.query("select device, state from baton_action", row -> {
            states.put(row.getString(1), row.getString(2));
        });
        return states;
    }

    private void approval(String run, @Nullable Instant endedAt) {
        jdbc.update(
                "insert into ACT_HI_PROCINST values (?, cast(? as timestamp))",
                run,
                endedAt == null ? null : Timestamp.from(endedAt));
        jdbc.update(
                "insert into baton_run (reference, process_instance, procedure_key, mode, requester, reason, query, started_at)"
                        + " values (?, ?, 'p', 'LIVE', 'ada', '', '', current_timestamp)",
                run,
                run);
        jdbc.update(
                "insert into baton_approval (id, run, task, task_key, task_name, person, requester, decision, reason, refused,"
                        + " decided_at) values (?, ?, 't', 'Task_Approve', 'Approve', 'bob', 'ada', 'approve', '', false,"
                        + " current_timestamp)",
                run,
                run);
    }
}
