package dev.baton.history;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.DeflaterInputStream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A real engine with two procedures, whose runs leave the rows that the history reads. */
public final class SampleRuns implements AutoCloseable {

    private final ProcessEngine engine;
    private final JdbcClient jdbc;

    public SampleRuns(DataSource database, Map<String, String> columnTypes) {
        engine = ProcessEngineConfiguration.createStandaloneProcessEngineConfiguration()
                .setDataSource(database)
                .setProcessEngineName("sample-" + UUID.randomUUID())
                .setDatabaseSchemaUpdate("true")
                .setHistory("full")
                .setJobExecutorActivate(false)
                .buildProcessEngine();
        Flyway.configure()
                .dataSource(database)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .placeholders(columnTypes)
                .load()
                .migrate();
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance("patch.bpmn", patch())
                .addModelInstance("backup.bpmn", backup())
                .deploy();
        jdbc = JdbcClient.create(database);
    }

    @Override
    public void close() {
        engine.close();
    }

    public ProcessEngine engine() {
        return engine;
    }

    public String start(String procedure, String requester) {
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

    public void finishDevices() {
        for (String topic : List.of("listPatches", "backUpConfig")) {
            engine.getExternalTaskService()
                    .fetchAndLock(100, "test")
                    .topic(topic, 60_000)
                    .execute()
                    .forEach(task -> engine.getExternalTaskService().complete(task.getId(), "test"));
        }
    }

    public void decide(String root, String person, boolean approved) {
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

    public String action(String run, String step, String device, String state, Instant intentAt) {
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
                .param(9, state.equals("PLANNED") ? null : Timestamp.from(intentAt), Types.TIMESTAMP)
                .param(10, open ? null : Timestamp.from(Instant.now()), Types.TIMESTAMP)
                .update();
        return id;
    }

    public void transcript(String action, int attempt, String content) {
        jdbc.sql("insert into baton_transcript (action, attempt, node, late, bytes, sha256, content, recorded_at)"
                        + " values (?, ?, 'node', false, ?, ?, ?, current_timestamp)")
                .params(action, attempt, content.length(), "0".repeat(64), deflated(content))
                .update();
    }

    /** What its command says while it runs, line by line. */
    public void output(String action, String... lines) {
        int position = 0;
        for (String line : lines) {
            jdbc.sql("insert into baton_output (action, attempt, position, content, seen_at)"
                            + " values (?, 1, ?, ?, current_timestamp)")
                    .params(action, position, line.getBytes(StandardCharsets.UTF_8))
                    .update();
            position += line.length();
        }
    }

    private static byte[] deflated(String content) {
        try (InputStream deflater = new DeflaterInputStream(new ByteArrayInputStream(content.getBytes()))) {
            return deflater.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void record(String reference) {
        jdbc.sql("insert into baton_config_blob (sha256, bytes, content) values (?, 3, ?)")
                .params("a".repeat(64), new byte[] {1})
                .update();
        jdbc.sql(
                        "insert into baton_config_revision (device, number, sha256, added_lines, removed_lines, run, reason, created_at,"
                                + " verified_at, mirrored) values ('core-sw1', 1, ?, 0, 0, ?, 'nightly', current_timestamp,"
                                + " current_timestamp, false)")
                .params("a".repeat(64), reference)
                .update();
        jdbc.sql(
                        "insert into baton_finding (id, device, kind, part, severity, message, state, seen, opened_at, seen_at, run)"
                                + " values ('f1', 'core-sw1', 'backup-failed', '', 'WARNING', 'no answer', 'OPEN', 1, current_timestamp,"
                                + " current_timestamp, ?)")
                .params(reference)
                .update();
        decision(reference, "ada", "mine");
    }

    /** A refused decision on a run. */
    public void decision(String reference, String person, String reason) {
        jdbc.sql(
                        "insert into baton_approval (id, run, task, task_key, task_name, person, requester, decision, reason, refused,"
                                + " decided_at) values (?, ?, 't', 'Task_Approve', 'Approve', ?, 'ada', 'approve', ?, true,"
                                + " current_timestamp)")
                .params(UUID.randomUUID().toString(), reference, person, reason)
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

    /** Lets the device step of a run fail for good. */
    public void failDevices(String root) {
        engine.getExternalTaskService().fetchAndLock(100, "test").topic("listPatches", 60_000).execute().stream()
                .filter(task -> task.getProcessInstanceId().equals(root))
                .forEach(task -> engine.getExternalTaskService().handleFailure(task.getId(), "test", "no route", 0, 0));
    }

    public void delete(String root) {
        engine.getRuntimeService().deleteProcessInstance(root, "test");
    }
}
