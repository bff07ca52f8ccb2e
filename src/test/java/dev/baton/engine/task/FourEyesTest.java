package dev.baton.engine.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.engine.TestEngine;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FourEyesTest {

    private static final String DIAGRAM = """
            <bpmn:startEvent id="start"/><bpmn:sequenceFlow id="a" sourceRef="start" targetRef="approve"/>
            <bpmn:userTask id="approve" name="Approve patching" camunda:candidateGroups="changeApprovers"
                camunda:formRef="approve" camunda:formRefBinding="deployment">
              <bpmn:extensionElements><camunda:inputOutput>
                <camunda:outputParameter name="approved">${decision == 'approve'}</camunda:outputParameter>
              </camunda:inputOutput></bpmn:extensionElements>
            </bpmn:userTask>
            <bpmn:sequenceFlow id="b" sourceRef="approve" targetRef="wait"/><bpmn:userTask id="wait"/>
            """;

    private static final String FORM = """
            {"id": "approve", "type": "default", "components": [
              {"key": "decision", "label": "Decision", "type": "radio", "validate": {"required": true},
               "values": [{"value": "approve"}, {"value": "reject"}, {"value": "changes"}]},
              {"key": "reason", "label": "Reason", "type": "textarea",
               "validate": {"required": true, "minLength": 5, "maxLength": 100}},
              {"key": "targets", "label": "Targets", "type": "textfield", "readonly": true},
              {"key": "count", "type": "number", "validate": {"min": 1, "max": 9}}]}
            """;

    private static final Map<String, Object> YES = Map.of("decision", "approve", "reason", "looks right");

    private static final TestEngine test = new TestEngine();
    private final IdentityService people = test.engine.getIdentityService();
    private final TaskService tasks = test.engine.getTaskService();
    private final FormService forms = test.engine.getFormService();

    /** One way in which a person can get hold of a decision. */
    interface Attempt {
        void on(TestEngine test, String task, String person);
    }

    @BeforeEach
    void start() {
        join("ada", "operators");
        join("ada", "changeApprovers");
        join("bob", "changeApprovers");
        join("eve", "operators");
        test.deploy(DIAGRAM, Map.of("approve.form", FORM));
        people.setAuthenticatedUserId("ada");
        test.engine.getRuntimeService().startProcessInstanceByKey("test", Map.of("reason", "CHG-1"));
        people.clearAuthentication();
    }

    @AfterEach
    void clear() {
        test.clear();
    }

    @AfterAll
    static void close() {
        test.close();
    }

    static Stream<Attempt> attempts() {
        return Stream.of(
                (test, task, person) -> test.engine.getTaskService().complete(task, YES),
                (test, task, person) -> test.engine.getTaskService().completeWithVariablesInReturn(task, YES, false),
                (test, task, person) -> test.engine.getFormService().submitTaskForm(task, YES),
                (test, task, person) ->
                        test.engine.getFormService().submitTaskFormWithVariablesInReturn(task, YES, false),
                (test, task, person) -> test.engine.getTaskService().claim(task, person),
                (test, task, person) -> test.engine.getTaskService().setAssignee(task, person),
                (test, task, person) -> test.engine.getTaskService().delegateTask(task, person),
                (test, task, person) -> test.engine.getTaskService().resolveTask(task, YES),
                (test, task, person) -> test.engine.getTaskService().addCandidateUser(task, person),
                (test, task, person) -> test.engine.getTaskService().addCandidateGroup(task, "operators"),
                (test, task, person) -> test.engine.getTaskService().addUserIdentityLink(task, person, "assignee"),
                (test, task, person) -> test.engine.getTaskService().deleteCandidateGroup(task, "changeApprovers"),
                (test, task, person) -> test.engine.getTaskService().handleBpmnError(task, "X"),
                (test, task, person) -> test.engine.getTaskService().setVariable(task, "approved", true),
                (test, task, person) -> test.engine.getTaskService().setVariableLocal(task, "decision", "approve"),
                (test, task, person) -> test.engine.getTaskService().removeVariable(task, "requester"),
                (test, task, person) -> {
                    Task saved = test.engine
                            .getTaskService()
                            .createTaskQuery()
                            .taskId(task)
                            .singleResult();
                    saved.setAssignee(person);
                    test.engine.getTaskService().saveTask(saved);
                });
    }

    @ParameterizedTest
    @MethodSource("attempts")
    void theRequesterDecidesOnNoPath(Attempt attempt) {
        people.setAuthenticatedUserId("ada");

        assertThatThrownBy(() -> attempt.on(test, task().getId(), "ada")).isInstanceOf(DecisionRefusedException.class);
        assertThat(task().getTaskDefinitionKey()).isEqualTo("approve");
        assertThat(task().getAssignee()).isNull();
    }

    @ParameterizedTest
    @MethodSource("attempts")
    void somebodyOutsideTheGroupDecidesOnNoPath(Attempt attempt) {
        people.setAuthenticatedUserId("eve");

        assertThatThrownBy(() -> attempt.on(test, task().getId(), "eve")).isInstanceOf(DecisionRefusedException.class);
        assertThat(task().getTaskDefinitionKey()).isEqualTo("approve");
    }

    @Test
    void aMemberCannotHandTheDecisionToTheRequester() {
        people.setAuthenticatedUserId("bob");

        assertThatThrownBy(() -> tasks.setAssignee(task().getId(), "ada"))
                .hasMessage("ada started RUN-000001; another member of changeApprovers must decide.");
    }

    @Test
    void theRefusalIsASentenceAndIsWrittenDown() {
        people.setAuthenticatedUserId("ada");

        assertThatThrownBy(() -> forms.submitTaskForm(task().getId(), YES))
                .hasMessage("You started RUN-000001 yourself; another member of changeApprovers must decide.");
        assertThat(test.recorded.refusals)
                .singleElement()
                .satisfies(refusal -> assertThat(List.of(refusal.person(), refusal.requester(), refusal.decision()))
                        .containsExactly("ada", "ada", "approve"));
    }

    @Test
    void nobodyDecidesWithoutSigningIn() {
        assertThatThrownBy(() -> tasks.complete(task().getId(), YES)).hasMessageContaining("signed in");
    }

    @Test
    void whoLeftTheGroupIsRefused() {
        people.setAuthenticatedUserId("bob");
        tasks.claim(task().getId(), "bob");
        people.deleteMembership("bob", "changeApprovers");

        assertThatThrownBy(() -> tasks.complete(task().getId(), YES))
                .hasMessage("You are not a member of changeApprovers, who decide this task.");
    }

    @Test
    void anotherMemberDecidesAndTheReasonOfTheRunStays() {
        people.setAuthenticatedUserId("bob");
        tasks.claim(task().getId(), "bob");

        forms.submitTaskForm(task().getId(), YES);

        Task next = task();
        assertThat(next.getTaskDefinitionKey()).isEqualTo("wait");
        assertThat(tasks.getVariables(next.getId()))
                .containsEntry("approved", true)
                .containsEntry("reason", "CHG-1");
        assertThat(test.recorded.decisions)
                .singleElement()
                .satisfies(decision -> assertThat(
                                List.of(decision.run(), decision.person(), decision.decision(), decision.reason()))
                        .containsExactly("RUN-000001", "bob", "approve", "looks right"));
    }

    @Test
    void whatIsPostedMustFitTheForm() {
        people.setAuthenticatedUserId("bob");

        refused("decision", Map.of("reason", "looks right"));
        refused("decision", Map.of("decision", "maybe", "reason", "looks right"));
        refused("decision", Map.of("decision", 7, "reason", "looks right"));
        refused("reason", Map.of("decision", "approve"));
        refused("reason", Map.of("decision", "approve", "reason", "ok"));
        refused("reason", Map.of("decision", "approve", "reason", "x".repeat(101)));
        refused("count", Map.of("decision", "approve", "reason", "looks right", "count", 10));
        refused("count", Map.of("decision", "approve", "reason", "looks right", "count", "many"));
        refused("extra", Map.of("decision", "approve", "reason", "looks right", "extra", true));
        refused("requester", Map.of("decision", "approve", "reason", "looks right", "requester", "eve"));
    }

    @Test
    void whatTheFormOnlyShowsIsNotTakenFromTheBrowser() {
        people.setAuthenticatedUserId("bob");

        forms.submitTaskForm(
                task().getId(), Map.of("decision", "approve", "reason", "looks right", "targets", "everything"));

        assertThat(tasks.getVariables(task().getId())).doesNotContainKey("targets");
    }

    @Test
    void aTaskWithoutAFormTakesNoValues() {
        people.setAuthenticatedUserId("bob");
        forms.submitTaskForm(task().getId(), YES);

        assertThatThrownBy(() -> tasks.complete(task().getId(), Map.of("anything", 1)))
                .isInstanceOf(BadFormException.class);
        tasks.complete(task().getId());
        assertThat(tasks.createTaskQuery().count()).isZero();
    }

    private void refused(String field, Map<String, Object> posted) {
        assertThatThrownBy(() -> forms.submitTaskForm(task().getId(), posted))
                .isInstanceOfSatisfying(
                        BadFormException.class,
                        refusal -> assertThat(refusal.field()).isEqualTo(field));
    }

    private Task task() {
        return tasks.createTaskQuery().singleResult();
    }

    private void join(String person, String group) {
        if (people.createUserQuery().userId(person).count() == 0) {
            people.saveUser(people.newUser(person));
        }
        if (people.createGroupQuery().groupId(group).count() == 0) {
            people.saveGroup(people.newGroup(group));
        }
        people.createMembership(person, group);
    }
}
