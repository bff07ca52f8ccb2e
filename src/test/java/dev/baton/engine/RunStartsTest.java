package dev.baton.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.engine.task.BadFormException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RunStartsTest {

    private static final TestEngine test = new TestEngine();
    private final RuntimeService runtime = test.engine.getRuntimeService();

    @AfterEach
    void clear() {
        test.clear();
    }

    @AfterAll
    static void close() {
        test.close();
    }

    @Test
    void aStartWithoutAPersonIsTheTimers() {
        test.deploy(TestEngine.around("<bpmn:userTask id='it'/>"));

        ProcessInstance run = runtime.startProcessInstanceByKey("test");

        assertThat(run.getBusinessKey()).isEqualTo("RUN-000001");
        assertThat(runtime.getVariables(run.getId()))
                .containsEntry("run", "RUN-000001")
                .containsEntry("requester", "timer")
                .containsEntry("mode", "live")
                .containsEntry("query", "");
        assertThat(test.recorded.runs).hasSize(1);
    }

    @Test
    void thePlatformMayNameWhoAskedForTheRunThatItFollows() {
        test.deploy(TestEngine.around("<bpmn:userTask id='it'/>"));

        ProcessInstance run = runtime.startProcessInstanceByKey("test", Map.of("requester", "ada"));

        assertThat(runtime.getVariables(run.getId())).containsEntry("requester", "ada");
    }

    @Test
    void theRequesterIsThePersonWhoIsSignedIn() {
        test.deploy(TestEngine.around("<bpmn:userTask id='it'/>"));
        test.engine.getIdentityService().setAuthentication("ada", List.of("operators"));

        ProcessInstance run =
                runtime.startProcessInstanceByKey("test", Map.of("reason", "CHG-1", "query", "site=ams1"));

        assertThat(runtime.getVariables(run.getId()))
                .containsEntry("requester", "ada")
                .containsEntry("reason", "CHG-1")
                .containsEntry("query", "site=ams1");
        assertThatThrownBy(() -> runtime.startProcessInstanceByKey("test", Map.of("requester", "bob")))
                .hasMessageContaining("requester cannot be chosen");
    }

    @Test
    void anEmergencyIsRecordedAndNeedsAReason() {
        test.deploy(TestEngine.around("<bpmn:userTask id='it'/>"));
        test.engine.getIdentityService().setAuthentication("ada", List.of("operators"));

        runtime.startProcessInstanceByKey("test", Map.of("reason", "CHG-1"));
        runtime.startProcessInstanceByKey("test", Map.of("reason", "fire", "emergency", true));

        assertThat(test.recorded.runs).extracting(RunRecords.Begun::emergency).containsExactly(false, true);
        assertThatThrownBy(() -> runtime.startProcessInstanceByKey("test", Map.of("emergency", true)))
                .hasMessageContaining("needs a reason");
        assertThatThrownBy(() -> runtime.startProcessInstanceByKey("test", Map.of("emergency", "maybe")))
                .hasMessageContaining("emergency must be true or false, not 'maybe'");
    }

    @Test
    void theTargetsAreCheckedForWhatTheDiagramDoesOnThem() {
        test.deploy(TestEngine.around("<bpmn:serviceTask id='it' camunda:delegateExpression='${touch}'/>"));
        test.engine.getIdentityService().setAuthentication("ada", List.of("operators"));

        assertThatThrownBy(() -> runtime.startProcessInstanceByKey(
                        "test", Map.of("reason", "CHG-1", "query", "tag=untouchable")))
                .hasMessageContaining("nothing can be touched there");
    }

    @Test
    void aPersonGivesOnlyWhatTheStartFormAsksFor() {
        String start = """
                <bpmn:startEvent id="start" camunda:formRef="ask" camunda:formRefBinding="deployment"/>
                <bpmn:sequenceFlow id="a" sourceRef="start" targetRef="it"/><bpmn:userTask id="it"/>""";
        test.deploy(start, Map.of("ask.form", """
                {"id": "ask", "type": "default", "components": [
                  {"key": "scope", "type": "select", "validate": {"required": true},
                   "values": [{"value": "all"}, {"value": "security"}]}]}"""));
        test.engine.getIdentityService().setAuthentication("ada", List.of("operators"));

        runtime.startProcessInstanceByKey("test", Map.of("scope", "all"));

        assertThatThrownBy(() -> runtime.startProcessInstanceByKey("test", Map.of("scope", "none")))
                .hasMessageContaining("must be one of all, security");
        assertThatThrownBy(() -> runtime.startProcessInstanceByKey("test", Map.of()))
                .hasMessageContaining("is required");
        assertThatThrownBy(() -> runtime.startProcessInstanceByKey("test", Map.of("scope", "all", "targets", "T1")))
                .hasMessageContaining("no field 'targets'");
    }

    static Stream<Consumer<RuntimeService>> shortcuts() {
        return Stream.of(
                runtime -> runtime.createProcessInstanceByKey("test")
                        .startBeforeActivity("next")
                        .execute(),
                runtime -> runtime.createProcessInstanceByKey("test")
                        .startAfterActivity("it")
                        .execute(),
                runtime -> runtime.createProcessInstanceByKey("test")
                        .startTransition("b")
                        .executeWithVariablesInReturn(),
                runtime -> runtime.createProcessInstanceByKey("test")
                        .startBeforeActivity("start")
                        .startBeforeActivity("next")
                        .execute(),
                runtime -> runtime.createProcessInstanceModification(id(runtime))
                        .startBeforeActivity("next")
                        .execute(),
                runtime -> runtime.createProcessInstanceModification(id(runtime))
                        .cancelAllForActivity("it")
                        .executeAsync(),
                runtime -> runtime.createModification(definition(runtime))
                        .startBeforeActivity("next")
                        .processInstanceIds(id(runtime))
                        .execute(),
                runtime -> runtime.createModification(definition(runtime))
                        .startBeforeActivity("next")
                        .processInstanceIds(id(runtime))
                        .executeAsync(),
                runtime -> runtime.restartProcessInstances(definition(runtime))
                        .startBeforeActivity("next")
                        .processInstanceIds(id(runtime))
                        .execute(),
                runtime -> runtime.newMigration(runtime.createMigrationPlan(definition(runtime), definition(runtime))
                                .mapActivities("it", "next")
                                .build())
                        .processInstanceIds(id(runtime))
                        .execute());
    }

    @ParameterizedTest
    @MethodSource("shortcuts")
    void aRunBeginsAtTheStartAndIsNotMoved(Consumer<RuntimeService> shortcut) {
        test.deploy(TestEngine.around("<bpmn:userTask id='it'/>")
                .replace("targetRef=\"end\"", "targetRef=\"next\"")
                .concat("<bpmn:userTask id='next'/>"));
        runtime.startProcessInstanceByKey("test");
        test.engine.getIdentityService().setAuthentication("ada", List.of("operators"));

        assertThatThrownBy(() -> shortcut.accept(runtime)).hasMessageContaining("begins at the start event");
        assertThat(test.engine.getTaskService().createTaskQuery().singleResult().getTaskDefinitionKey())
                .isEqualTo("it");
    }

    private static String id(RuntimeService runtime) {
        return runtime.createProcessInstanceQuery().singleResult().getId();
    }

    private static String definition(RuntimeService runtime) {
        return runtime.createProcessInstanceQuery().singleResult().getProcessDefinitionId();
    }

    @Test
    void aQueryThatSelectsNothingStartsNothing() {
        test.deploy(TestEngine.around("<bpmn:userTask id='it'/>"));
        test.engine.getIdentityService().setAuthentication("ada", List.of("operators"));

        assertThatThrownBy(() -> test.engine
                        .getFormService()
                        .submitStartForm(definition(), Map.of("query", "site=nowhere", "reason", "monthly")))
                .hasMessageContaining("no device matches \"site=nowhere\"")
                .isInstanceOfSatisfying(
                        BadFormException.class, e -> assertThat(e.field()).isEqualTo("query"));
        assertThat(runtime.createProcessInstanceQuery().count()).isZero();
        assertThat(test.recorded.runs).isEmpty();
    }

    @Test
    void aTimerStartsWhateverTheInventoryHas() {
        test.deploy(TestEngine.around("<bpmn:userTask id='it'/>"));

        runtime.startProcessInstanceByKey("test", Map.of("query", "site=nowhere"));

        assertThat(test.recorded.runs).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("valuesThatAreNoneOfAForm")
    void aValueThatNoFormSendsIsRefusedByItsName(Object value) {
        String start = """
                <bpmn:startEvent id="start" camunda:formRef="ask" camunda:formRefBinding="deployment"/>
                <bpmn:sequenceFlow id="a" sourceRef="start" targetRef="it"/><bpmn:userTask id="it"/>""";
        test.deploy(start, Map.of("ask.form", """
                {"id": "ask", "type": "default", "components": [{"key": "note", "type": "textfield"}]}"""));
        test.engine.getIdentityService().setAuthentication("ada", List.of("operators"));

        assertThatThrownBy(() -> runtime.startProcessInstanceByKey("test", Map.of("note", value)))
                .isInstanceOfSatisfying(
                        BadFormException.class, e -> assertThat(e.field()).isEqualTo("note"));
    }

    static Stream<Object> valuesThatAreNoneOfAForm() {
        return Stream.of(
                "x\0y",
                Map.of("a", 1),
                Variables.serializedObjectValue("{}")
                        .objectTypeName("java.net.URL")
                        .serializationDataFormat("application/json")
                        .create());
    }

    private String definition() {
        return test.engine
                .getRepositoryService()
                .createProcessDefinitionQuery()
                .singleResult()
                .getId();
    }

    @Test
    void anUnknownModeIsRefused() {
        test.deploy(TestEngine.around("<bpmn:userTask id='it'/>"));

        assertThatThrownBy(() -> runtime.startProcessInstanceByKey("test", Map.of("mode", "yolo")))
                .hasMessageContaining("live or rehearsal");
    }

    @Test
    void aCalledProcedureBelongsToTheRunOfItsCaller() {
        test.deploy(TestEngine.around("<bpmn:userTask id='it'/>"));
        test.engine
                .getRepositoryService()
                .createDeployment()
                .addString(
                        "caller.bpmn",
                        TestEngine.diagram(TestEngine.around("<bpmn:callActivity id='it' calledElement='test'/>"))
                                .replace("<bpmn:process id=\"test\"", "<bpmn:process id=\"caller\""))
                .deploy();

        ProcessInstance run = runtime.startProcessInstanceByKey("caller", Map.of("reason", "monthly"));

        ProcessInstance called = runtime.createProcessInstanceQuery()
                .superProcessInstanceId(run.getId())
                .singleResult();
        assertThat(called.getBusinessKey()).isEqualTo(run.getBusinessKey());
        assertThat(runtime.getVariables(called.getId()))
                .containsEntry("run", run.getBusinessKey())
                .containsEntry("reason", "monthly");
        assertThat(test.recorded.runs).hasSize(1);
    }
}
