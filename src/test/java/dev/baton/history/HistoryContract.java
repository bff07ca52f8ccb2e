package dev.baton.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.baton.action.DeviceChanges.DeviceChange;
import dev.baton.engine.timer.TimerSettings;
import dev.baton.history.DeviceStates.DeviceState;
import dev.baton.history.Path.Flow;
import dev.baton.history.Run.Outcome;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the history promises on every database, over the rows of a real engine. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class HistoryContract {

    private static final Slice FIRST = new Slice(1, 50);

    private SampleRuns sample;
    private JdbcClient jdbc;
    private RunHistory runs;
    private Journal journal;
    private RunParts parts;

    abstract DataSource database();

    abstract Map<String, String> columnTypes();

    @BeforeAll
    void deploy() {
        DataSource database = database();
        sample = new SampleRuns(database, columnTypes());
        jdbc = JdbcClient.create(database);
        Waits waits = new Waits(jdbc, new Nodes(jdbc), new Quarantines(jdbc));
        journal = new Journal(jdbc, waits);
        runs = new RunHistory(jdbc);
        parts = new RunParts(jdbc, journal, waits);
    }

    @AfterAll
    void close() {
        sample.close();
    }

    @Test
    void aRunIsReadFromItsStartToItsEndEvent() {
        String reference = sample.start("patch", "ada");
        String root = runs.find(reference).orElseThrow().id();
        assertThat(runs.find(reference).orElseThrow().state()).isEqualTo(RunState.RUNNING);

        sample.finishDevices();
        assertThat(runs.find(reference).orElseThrow().state()).isEqualTo(RunState.WAITING);

        sample.decide(root, "bob", true);
        sample.finishDevices();
        Run run = runs.find(reference).orElseThrow();

        assertThat(run.state()).isEqualTo(RunState.COMPLETED);
        assertThat(run.outcome()).isEqualTo(new Outcome("EndEvent_Patched", "Hosts patched"));
        assertThat(run.requester()).isEqualTo("ada");
        assertThat(run.versionTag()).isEqualTo("1.2.0");
        assertThat(run.endedAt()).isNotNull();
        assertThat(runs.endedSince(Instant.now().minus(1, ChronoUnit.HOURS))).contains(run);
    }

    @Test
    void theStepsAreInTheOrderInWhichTheyHappenedAndNameWhoCompletedThem() {
        String reference = sample.start("patch", "ada");
        String root = runs.find(reference).orElseThrow().id();
        sample.finishDevices();
        sample.decide(root, "bob", true);
        sample.finishDevices();

        RunPart tree = parts.tree(root).orElseThrow();

        assertThat(tree.steps())
                .extracting(Step::activity)
                .containsExactly(
                        "StartEvent_Requested",
                        "Task_ListPatches",
                        "Task_Approve",
                        "Gateway_Approved",
                        "CallActivity_BackUp",
                        "EndEvent_Patched");
        assertThat(tree.steps().get(2).actor()).isEqualTo("bob");
        assertThat(tree.children()).singleElement().satisfies(child -> {
            assertThat(child.parent()).isEqualTo(root);
            assertThat(child.id()).isEqualTo(tree.steps().get(4).called());
            assertThat(child.state()).isEqualTo(RunState.COMPLETED);
        });
    }

    @Test
    void whoDidWhatIsReadInWordsTheLatestFirst() {
        String reference = sample.start("patch", "erin");
        sample.finishDevices();
        sample.decide(runs.find(reference).orElseThrow().id(), "dan", true);
        Activities activities = new Activities(jdbc);
        Instant hourAgo = Instant.now().minus(1, ChronoUnit.HOURS);

        Page<Activity> all = activities.list(new ActivityFilter(null, reference, hourAgo, null), FIRST);

        assertThat(all.items())
                .extracting(Activity::person, Activity::act, Activity::what)
                .contains(tuple("dan", "Assign", "task \"Approve patches\""))
                .endsWith(tuple("erin", "Start", "run of patch"));
        assertThat(activities
                        .list(new ActivityFilter("erin", reference, null, null), FIRST)
                        .total())
                .isEqualTo(1);
        assertThat(activities
                        .list(new ActivityFilter(null, reference, null, hourAgo), FIRST)
                        .total())
                .isZero();
    }

    @Test
    void thePathFollowsTheFlowsThatWereTaken() {
        String reference = sample.start("patch", "ada");
        String root = runs.find(reference).orElseThrow().id();
        sample.finishDevices();
        sample.decide(root, "bob", false);
        RunPart tree = parts.tree(root).orElseThrow();
        List<Flow> flows = new Flows(jdbc).of(tree.definition());

        Path path = Path.of(tree, flows);

        assertThat(path.flows()).contains("SequenceFlow_ApprovedNo").doesNotContain("SequenceFlow_ApprovedYes");
        assertThat(path.elements())
                .containsEntry("EndEvent_Rejected", RunState.COMPLETED)
                .doesNotContainKey("CallActivity_BackUp");
    }

    @Test
    void aRunWithAnOpenIncidentHasFailed() {
        String reference = sample.start("patch", "ada");
        String root = runs.find(reference).orElseThrow().id();
        sample.failDevices(root);

        Run run = runs.find(reference).orElseThrow();

        assertThat(run.state()).isEqualTo(RunState.FAILED);
        assertThat(runs.list(RunFilter.inState(RunState.FAILED), FIRST).items()).contains(run);
        RunPart tree = parts.tree(root).orElseThrow();
        assertThat(tree.incidents()).singleElement().satisfies(incident -> {
            assertThat(incident.activity()).isEqualTo("Task_ListPatches");
            assertThat(incident.message()).isEqualTo("no route");
        });
        assertThat(tree.steps().get(1).state()).isEqualTo(RunState.FAILED);
        sample.delete(root);
        assertThat(runs.find(reference).orElseThrow().state()).isEqualTo(RunState.CANCELLED);
    }

    @Test
    void listsAreFilteredAndCutIntoPages() {
        List<String> started = List.of(
                sample.start("patch", "carol"), sample.start("patch", "carol"), sample.start("backup", "carol"));
        RunFilter carol = new RunFilter(null, null, null, null, "carol", null);

        Page<Run> first = runs.list(carol, new Slice(1, 2));
        Page<Run> last = runs.list(carol, new Slice(2, 2));

        assertThat(first.total()).isEqualTo(3);
        assertThat(first.next()).isEqualTo(2);
        assertThat(last.next()).isNull();
        assertThat(first.items()).extracting(Run::reference).containsExactly(started.get(2), started.get(1));
        Instant now = Instant.now().plusSeconds(60);
        assertThat(runs.list(new RunFilter(null, "backup", now.minusSeconds(600), now, "carol", null), FIRST)
                        .total())
                .isOne();
        assertThat(runs.list(new RunFilter(null, null, now, null, null, null), FIRST)
                        .total())
                .isZero();
    }

    @Test
    void theJournalCountsDevicesAndEstimatesTheRest() {
        String reference = sample.start("patch", "ada");
        String root = runs.find(reference).orElseThrow().id();
        String step = parts.tree(root).orElseThrow().steps().get(1).id();
        Instant begun = Instant.now().minusSeconds(60);
        String first = sample.action(root, step, "host-1", "SUCCEEDED", begun);
        sample.action(root, step, "host-2", "FAILED", begun);
        sample.action(root, step, "host-3", "SENT", begun);
        sample.action(root, step, "host-4", "PLANNED", begun);
        sample.transcript(first, 1, "first try");
        sample.transcript(first, 2, "second try");

        Counts counts = journal.countsByStep(root).get(step);

        assertThat(counts.total()).isEqualTo(4);
        assertThat(counts.done()).isEqualTo(2);
        assertThat(counts.failed()).isOne();
        assertThat(counts.left()).isNotNull();
        assertThat(counts.left().toSeconds()).isBetween(55L, 120L);
        assertThat(journal.list(ActionFilter.ofRun(root), FIRST).items())
                .extracting(Action::device)
                .containsExactly("host-1", "host-2", "host-3", "host-4");
        assertThat(journal.list(new ActionFilter(root, null, null, null, "FAILED"), FIRST)
                        .items())
                .extracting(Action::device)
                .containsExactly("host-2");
        assertThat(journal.find(first).orElseThrow().transcript().bytes()).isEqualTo(10);
        assertThat(journal.find(first).orElseThrow().run()).isEqualTo(reference);
        assertThat(journal.transcripts(first)).extracting(Transcript::attempt).containsExactly(1, 2);
        assertThat(runs.list(new RunFilter(null, null, null, null, null, "host-3"), FIRST)
                        .items())
                .extracting(Run::reference)
                .containsExactly(reference);
    }

    @Test
    void tasksFindingsBackupsAndDecisionsAreRead() {
        String reference = sample.start("patch", "ada");
        String root = runs.find(reference).orElseThrow().id();
        sample.finishDevices();
        sample.record(reference);

        assertThat(new OpenTasks(jdbc).ofRun(reference)).singleElement().satisfies(task -> {
            assertThat(task.groups()).containsExactly("changeApprovers");
            assertThat(task.isFor("zoe", List.of("changeApprovers"))).isTrue();
            assertThat(task.isFor("zoe", List.of("operators"))).isFalse();
        });
        DeviceState state = new DeviceStates(jdbc).all().get("core-sw1");
        assertThat(state.findings()).isOne();
        assertThat(state.backupAt()).isNotNull();
        assertThat(new Decisions(jdbc).ofRun(reference))
                .singleElement()
                .satisfies(decision -> assertThat(decision.refused()).isTrue());
        assertThat(new Schedules(jdbc, runs, new TimerSettings(ZoneOffset.UTC, Duration.ofMinutes(10))).list())
                .isEmpty();
    }

    @Test
    void whatRunsChangedOnADeviceIsFoundByTheTimeWhenItWasSent() {
        String reference = sample.start("patch", "ada");
        String root = runs.find(reference).orElseThrow().id();
        Instant noon = Instant.parse("2026-11-25T12:00:00Z");
        for (String[] action : new String[][] {
            {"SUCCEEDED", "ONCE", "12:00:00", null}, {"SUCCEEDED", "CONVERGE", "11:59:00", "false"},
            {"SUCCEEDED", "READ", "11:58:00", null}, {"PLANNED", "ONCE", null, null},
            {"FAILED", "CONVERGE", "11:50:00", null}, {"SUCCEEDED", "ONCE", "11:00:00", null}
        }) {
            String id = sample.action(root, "step-" + action[0] + action[1] + action[2], "sw-7", action[0], noon);
            jdbc.sql("update baton_action set effect = ?, sent_at = ?, changed = ?, command = 'interface Gi1/0/7'"
                            + " where id = ?")
                    .param(1, action[1])
                    .param(2, action[2] == null ? null : OffsetDateTime.parse("2026-11-25T" + action[2] + "Z"))
                    .param(3, action[3] == null ? null : Boolean.FALSE, Types.BOOLEAN)
                    .param(4, id)
                    .update();
        }

        assertThat(new StoredDeviceChanges(jdbc).between("sw-7", noon.minusSeconds(1_800), noon, 9))
                .extracting(DeviceChange::run, DeviceChange::requester, DeviceChange::state, DeviceChange::at)
                .containsExactly(
                        tuple(reference, "ada", "SUCCEEDED", noon),
                        tuple(reference, "ada", "FAILED", noon.minusSeconds(600)));
    }
}
