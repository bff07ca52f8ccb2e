package dev.baton.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.history.Path.Flow;
import dev.baton.history.Run.Outcome;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the history promises on every database, over the rows of a real engine. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class HistoryContract {

    private static final Slice FIRST = new Slice(1, 50);

    private ProcessEngine engine;
    private JdbcClient jdbc;
    private RunHistory runs;
    private Journal journal;
    private RunParts parts;

    abstract DataSource database();

    abstract Map<String, String> columnTypes();

    @BeforeAll
    void deploy() {
        DataSource database = database();
        engine = ProcessEngineConfiguration.createStandaloneProcessEngineConfiguration()
                .setDataSource(database)
                .setProcessEngineName(getClass().getSimpleName())
                .setDatabaseSchemaUpdate("true")
                .setHistory("full")
                .setJobExecutorActivate(false)
                .buildProcessEngine();
        Flyway.configure()
                .dataSource(database)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .placeholders(columnTypes())
                .load()
                .migrate();
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance("patch.bpmn", patch())
                .addModelInstance("backup.bpmn", backup())
                .deploy();
        jdbc = JdbcClient.create(database);
        journal = new Journal(jdbc);
        runs = new RunHistory(jdbc);
        parts = new RunParts(jdbc, journal);
    }

    @AfterAll
    void close() {
        engine.close();
    }

    @Test
    void aRunIsReadFromItsStartToItsEndEvent() {
        String reference = start("patch", "ada");
        String root = runs.find(reference).orElseThrow().id();
        assertThat(runs.find(reference).orElseThrow().state()).isEqualTo(RunState.RUNNING);

        finishDevices();
        assertThat(runs.find(reference).orElseThrow().state()).isEqualTo(RunState.WAITING);

        decide(root, "bob", true);
        finishDevices();
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
        String reference = start("patch", "ada");
        String root = runs.find(reference).orElseThrow().id();
        finishDevices();
        decide(root, "bob", true);
        finishDevices();

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
        assertThat(runs.referenceOf(tree.children().get(0).id())).contains(reference);
    }

    @Test
    void thePathFollowsTheFlowsThatWereTaken() {
        String reference = start("patch", "ada");
        String root = runs.find(reference).orElseThrow().id();
        finishDevices();
        decide(root, "bob", false);
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
        String reference = start("patch", "ada");
        String root = runs.find(reference).orElseThrow().id();
        engine.getExternalTaskService().fetchAndLock(100, "test").topic("listPatches", 60_000).execute().stream()
                .filter(task -> task.getProcessInstanceId().equals(root))
                .forEach(task -> engine.getExternalTaskService().handleFailure(task.getId(), "test", "no route", 0, 0));

        Run run = runs.find(reference).orElseThrow();

        assertThat(run.state()).isEqualTo(RunState.FAILED);
        assertThat(runs.list(RunFilter.inState(RunState.FAILED), FIRST).items()).contains(run);
        RunPart tree = parts.tree(root).orElseThrow();
        assertThat(tree.incidents()).singleElement().satisfies(incident -> {
            assertThat(incident.activity()).isEqualTo("Task_ListPatches");
            assertThat(incident.message()).isEqualTo("no route");
        });
        assertThat(tree.steps().get(1).state()).isEqualTo(RunState.FAILED);
        engine.getRuntimeService().deleteProcessInstance(root, "test");
        assertThat(runs.find(reference).orElseThrow().state()).isEqualTo(RunState.CANCELLED);
    }

    @Test
    void listsAreFilteredAndCutIntoPages() {
        List<String> started = List.of(start("patch", "carol"), start("patch", "carol"), start("backup", "carol"));
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
        String reference = start("patch", "ada");
        String root = runs.find(reference).orElseThrow().id();
        String step = parts.tree(root).orElseThrow().steps().get(1).id();
        Instant begun = Instant.now().minusSeconds(60);
        String first = action(root, step, "host-1", "SUCCEEDED", begun);
        action(root, step, "host-2", "FAILED", begun);
        action(root, step, "host-3", "SENT", begun);
        action(root, step, "host-4", "PLANNED", begun);
        transcript(first, 1, "first try");
        transcript(first, 2, "second try");

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
        String reference = start("patch", "ada");
        String root = runs.find(reference).orElseThrow().id();
        finishDevices();
        record(root);

        assertThat(new OpenTasks(jdbc).ofRun(reference)).singleElement().satisfies(task -> {
            assertThat(task.groups()).containsExactly("changeApprovers");
            assertThat(task.isFor("zoe", List.of("changeApprovers"))).isTrue();
            assertThat(task.isFor("zoe", List.of("operators"))).isFalse();
        });
        DeviceRecords devices = new DeviceRecords(jdbc);
        assertThat(devices.states().get("core-sw1").findings()).isOne();
        assertThat(devices.states().get("core-sw1").backupAt()).isNotNull();
        assertThat(devices.configVersions("core-sw1"))
                .singleElement()
                .satisfies(version -> assertThat(version.run()).isEqualTo(reference));
        assertThat(devices.findings("core-sw1", "backup-failed", "OPEN", FIRST).items())
                .singleElement()
                .satisfies(finding -> assertThat(finding.run()).isEqualTo(reference));
        assertThat(new Decisions(jdbc).ofRun(root))
                .singleElement()
                .satisfies(decision -> assertThat(decision.refused()).isTrue());
        assertThat(new Timers(jdbc).next()).isEmpty();
    }

    private String start(String procedure, String requester) {
        String reference = "RUN-" + UUID.randomUUID().toString().substring(0, 8);
        engine.getIdentityService().setAuthenticatedUserId(requester);
        String id = engine.getRuntimeService()
                .startProcessInstanceByKey(procedure, reference)
                .getId();
        engine.getIdentityService().clearAuthentication();
        jdbc.sql(
                        "insert into baton_run (reference, process_instance, procedure_key, mode, requester, reason, query, started_at)"
                                + " values (?, ?, ?, 'LIVE', ?, 'test', '', current_timestamp)")
                .params(reference, id, procedure, requester)
                .update();
        return reference;
    }

    private void finishDevices() {
        for (String topic : List.of("listPatches", "backUpConfig")) {
            engine.getExternalTaskService()
                    .fetchAndLock(100, "test")
                    .topic(topic, 60_000)
                    .execute()
                    .forEach(task -> engine.getExternalTaskService().complete(task.getId(), "test"));
        }
    }

    private void decide(String root, String person, boolean approved) {
        String task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(root)
                .singleResult()
                .getId();
        engine.getIdentityService().setAuthenticatedUserId(person);
        engine.getTaskService().setAssignee(task, "zoe");
        engine.getTaskService().complete(task, Map.of("approved", approved));
        engine.getIdentityService().clearAuthentication();
    }

    private String action(String run, String step, String device, String state, Instant intentAt) {
        String id = UUID.randomUUID().toString();
        boolean open = state.equals("SENT") || state.equals("PLANNED");
        jdbc.sql(
                        "insert into baton_action (id, run, process_instance, activity, step, position, device, delegate, effect, state,"
                                + " attempt, planned_at, intent_at, finished_at) values (?, ?, ?, 'Task_ListPatches', ?, ?, ?,"
                                + " 'listPatches', 'READ', ?, 1, ?, ?, ?)")
                .param(1, id)
                .param(2, run)
                .param(3, run)
                .param(4, step)
                .param(5, Integer.parseInt(device.substring(device.length() - 1)))
                .param(6, device)
                .param(7, state)
                .param(8, Timestamp.from(intentAt))
                .param(9, state.equals("PLANNED") ? null : Timestamp.from(intentAt), java.sql.Types.TIMESTAMP)
                .param(10, open ? null : Timestamp.from(Instant.now()), java.sql.Types.TIMESTAMP)
                .update();
        return id;
    }

    private void transcript(String action, int attempt, String content) {
        jdbc.sql("insert into baton_transcript (action, attempt, node, late, bytes, sha256, content, recorded_at)"
                        + " values (?, ?, 'node', false, ?, ?, ?, current_timestamp)")
                .params(action, attempt, content.length(), "0".repeat(64), content.getBytes())
                .update();
    }

    private void record(String root) {
        jdbc.sql("insert into baton_config_blob (sha256, bytes, content) values (?, 3, ?)")
                .params("a".repeat(64), new byte[] {1})
                .update();
        jdbc.sql(
                        "insert into baton_config_revision (device, number, sha256, added_lines, removed_lines, run, reason, created_at,"
                                + " verified_at, mirrored) values ('core-sw1', 1, ?, 0, 0, ?, 'nightly', current_timestamp,"
                                + " current_timestamp, false)")
                .params("a".repeat(64), root)
                .update();
        jdbc.sql(
                        "insert into baton_finding (id, device, kind, part, severity, message, state, seen, opened_at, seen_at, run)"
                                + " values ('f1', 'core-sw1', 'backup-failed', '', 'WARNING', 'no answer', 'OPEN', 1, current_timestamp,"
                                + " current_timestamp, ?)")
                .params(root)
                .update();
        jdbc.sql(
                        "insert into baton_approval (id, run, task, task_key, task_name, person, requester, decision, reason, refused,"
                                + " decided_at) values ('d1', ?, 't', 'Task_Approve', 'Approve', 'ada', 'ada', 'approve', 'mine', true,"
                                + " current_timestamp)")
                .params(root)
                .update();
    }

    private static BpmnModelInstance patch() {
        return Bpmn.createExecutableProcess("patch")
                .name("Host patching")
                .camundaVersionTag("1.2.0")
                .camundaHistoryTimeToLiveString("P365D")
                .startEvent("StartEvent_Requested")
                .serviceTask("Task_ListPatches")
                .name("List patches")
                .camundaExternalTask("listPatches")
                .userTask("Task_Approve")
                .name("Approve patches")
                .camundaCandidateGroups("changeApprovers")
                .exclusiveGateway("Gateway_Approved")
                .sequenceFlowId("SequenceFlow_ApprovedYes")
                .condition("yes", "${approved}")
                .callActivity("CallActivity_BackUp")
                .calledElement("backup")
                .endEvent("EndEvent_Patched")
                .name("Hosts patched")
                .moveToNode("Gateway_Approved")
                .sequenceFlowId("SequenceFlow_ApprovedNo")
                .condition("no", "${not approved}")
                .endEvent("EndEvent_Rejected")
                .name("Patching rejected")
                .done();
    }

    private static BpmnModelInstance backup() {
        return Bpmn.createExecutableProcess("backup")
                .camundaHistoryTimeToLiveString("P365D")
                .startEvent()
                .serviceTask("Task_BackUp")
                .camundaExternalTask("backUpConfig")
                .endEvent()
                .done();
    }
}
