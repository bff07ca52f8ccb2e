package dev.baton.engine.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.engine.TestEngine;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is an approval whatever its group, and what its form cannot reach. */
class ApprovalsTest {

    private static final String ASK = """
            {"id": "ask", "type": "default", "components": [
              {"key": "scope", "type": "radio", "values": [{"value": "all"}, {"value": "security"}]},
              {"key": "reason", "type": "textarea"}]}""";

    private static final String DECIDE = """
            {"id": "decide", "type": "default", "components": [
              {"key": "decision", "type": "radio", "values": [{"value": "approve"}, {"value": "reject"}]},
              {"key": "reason", "type": "textarea"},
              {"key": "scope", "type": "textfield"}]}""";

    private final TestEngine test = new TestEngine();
    private final IdentityService people = test.engine.getIdentityService();
    private final FormService forms = test.engine.getFormService();

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void aTaskThatTakesAnApprovalIsOneWhateverItsGroup() {
        startedByAda("networkTeam", DECIDE);
        people.setAuthenticatedUserId("ada");

        assertThatThrownBy(() -> forms.submitTaskForm(task(), Map.of("decision", "approve")))
                .hasMessage("You started RUN-000001 yourself; another member of networkTeam must decide.");
        assertThatThrownBy(() -> test.engine.getTaskService().addCandidateGroup(task(), "operators"))
                .hasMessageContaining("cannot be changed");
    }

    @Test
    void aTaskThatOffersOtherDecisionsIsNone() {
        startedByAda("networkTeam", DECIDE.replace("approve", "retry"));
        people.setAuthenticatedUserId("ada");

        forms.submitTaskForm(task(), Map.of("decision", "retry"));

        assertThat(test.recorded.refusals).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bob", "cyd"})
    void ofSeveralGroupsAMemberOfOneDecides(String person) {
        startedByAda("networkTeam,changeApprovers", DECIDE);
        people.setAuthenticatedUserId("eve");
        assertThatThrownBy(() -> forms.submitTaskForm(task(), Map.of("decision", "approve")))
                .hasMessage("You are not a member of changeApprovers or networkTeam, who decide this task.");
        people.setAuthenticatedUserId(person);

        forms.submitTaskForm(task(), Map.of("decision", "approve"));

        assertThat(test.recorded.decisions)
                .singleElement()
                .satisfies(decision -> assertThat(decision.person()).isEqualTo(person));
    }

    @Test
    void anApprovalWithoutAGroupIsOneOfChangeApprovers() {
        startedByAda("", DECIDE);
        people.setAuthenticatedUserId("cyd");
        assertThatThrownBy(() -> forms.submitTaskForm(task(), Map.of("decision", "approve")))
                .hasMessage("You are not a member of changeApprovers, who decide this task.");
        people.setAuthenticatedUserId("bob");

        forms.submitTaskForm(task(), Map.of("decision", "approve"));

        assertThat(test.recorded.decisions).hasSize(1);
    }

    @Test
    void whatTheRequesterAskedForIsNotTheApproversToChange() {
        startedByAda("changeApprovers", DECIDE);
        people.setAuthenticatedUserId("bob");

        assertThatThrownBy(() -> forms.submitTaskForm(task(), Map.of("decision", "approve", "scope", "all")))
                .isInstanceOf(BadFormException.class)
                .hasMessage("The task 'Approve it' cannot change 'scope' of its run");
        forms.submitTaskForm(task(), Map.of("decision", "approve", "reason", "looks right"));

        assertThat(test.engine
                        .getHistoryService()
                        .createHistoricVariableInstanceQuery()
                        .variableName("scope")
                        .singleResult()
                        .getValue())
                .isEqualTo("security");
    }

    private void startedByAda(String groups, String form) {
        for (String membership :
                List.of("ada networkTeam", "bob changeApprovers", "cyd networkTeam", "eve operators")) {
            String person = membership.split(" ")[0];
            String group = membership.split(" ")[1];
            people.saveUser(people.newUser(person));
            if (people.createGroupQuery().groupId(group).count() == 0) {
                people.saveGroup(people.newGroup(group));
            }
            people.createMembership(person, group);
        }
        people.createMembership("ada", "changeApprovers");
        test.deploy(
                TestEngine.around("""
                        <bpmn:userTask id="it" name="Approve it" camunda:candidateGroups="%s"
                            camunda:formRef="decide" camunda:formRefBinding="deployment"/>""".formatted(groups))
                        .replace(
                                "<bpmn:startEvent id=\"start\"",
                                "<bpmn:startEvent id=\"start\" camunda:formRef=\"ask\""
                                        + " camunda:formRefBinding=\"deployment\""),
                Map.of("ask.form", ASK, "decide.form", form));
        people.setAuthenticatedUserId("ada");
        test.engine.getRuntimeService().startProcessInstanceByKey("test", Map.of("scope", "security"));
    }

    private String task() {
        return test.engine.getTaskService().createTaskQuery().singleResult().getId();
    }
}
