package dev.baton.procedure.check.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.procedure.check.Origin;
import dev.baton.procedure.check.Violation;
import dev.baton.procedure.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailsClosedTest {

    private static final ChecksFixture CHECKS = new ChecksFixture();

    @Test
    void anExplicitYesIsWellGuarded() {
        assertThat(check(guarded("${approved}", ""))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"${approved == true}", "${approved && windowOpen}", "${decision == 'approve'}"})
    void itMayBeSaidInOtherWords(String condition) {
        assertThat(check(guarded(condition, ""))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${true}",
                "${!approved}",
                "${approved || urgent}",
                "${decision != 'reject'}",
                "${decision == 'reject'}",
                "${windowOpen}",
                "${empty decision}",
                "${request.approved}",
                "${not approved}"
            })
    void whatIsNotAYesDoesNotGuard(String condition) {
        assertThat(check(guarded(condition, ""))).containsExactly("Task_ApplyPatches");
    }

    @Test
    void aDefaultFlowIsNoYes() {
        assertThat(check(guarded("${approved}", "").replace("default=\"Flow_No\"", "default=\"Flow_Yes\"")))
                .containsExactly("Task_ApplyPatches");
    }

    @Test
    void aTimerMayNotApprove() {
        assertThat(check(guarded("${approved}", """
                        <bpmn:boundaryEvent id="Late" attachedToRef="Task_Approve"><bpmn:timerEventDefinition>
                        <bpmn:timeDuration>PT4H</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>
                        <bpmn:sequenceFlow id="Flow_Late" sourceRef="Late" targetRef="Task_ApplyPatches"/>
                        """))).containsExactly("Task_ApplyPatches");
    }

    @Test
    void aTimerThatEndsTheRunIsFine() {
        assertThat(check(guarded("${approved}", """
                        <bpmn:boundaryEvent id="Late" attachedToRef="Task_Approve"><bpmn:timerEventDefinition>
                        <bpmn:timeDuration>PT4H</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>
                        <bpmn:sequenceFlow id="Flow_Late" sourceRef="Late" targetRef="End_No"/>
                        """))).isEmpty();
    }

    @Test
    void aLinkIsAPathToo() {
        assertThat(check(guarded("${approved}", """
                        <bpmn:sequenceFlow id="Flow_Away" sourceRef="Task_Approve" targetRef="Throw"/>
                        <bpmn:intermediateThrowEvent id="Throw"><bpmn:linkEventDefinition name="there"/></bpmn:intermediateThrowEvent>
                        <bpmn:intermediateCatchEvent id="Catch"><bpmn:linkEventDefinition name="there"/></bpmn:intermediateCatchEvent>
                        <bpmn:sequenceFlow id="Flow_There" sourceRef="Catch" targetRef="Task_ApplyPatches"/>
                        """))).containsExactly("Task_ApplyPatches");
    }

    @Test
    void anEventSubProcessIsAPathToo() {
        assertThat(check(guarded("${approved}", """
                        <bpmn:subProcess id="Sub" triggeredByEvent="true">
                        <bpmn:startEvent id="Start_Sub"><bpmn:timerEventDefinition><bpmn:timeDuration>PT4H</bpmn:timeDuration>
                        </bpmn:timerEventDefinition></bpmn:startEvent>
                        <bpmn:sequenceFlow id="Flow_Sub" sourceRef="Start_Sub" targetRef="Task_Again"/>
                        <bpmn:serviceTask id="Task_Again" camunda:delegateExpression="${applyPatches}"/>
                        </bpmn:subProcess>
                        """))).containsExactly("Task_Again");
    }

    @Test
    void whatOnlyReadsNeedsNoYes() {
        assertThat(check(guarded("${true}", "").replace("${applyPatches}", "${checkHealth}")))
                .isEmpty();
    }

    @Test
    void aCalledProcedureMayChangeDevices() {
        String call = guarded("${true}", "")
                .replaceAll(
                        "(?s)<bpmn:serviceTask id=\"Task_ApplyPatches\".*?/>",
                        "<bpmn:callActivity id=\"Call\" calledElement=\"other\"/>")
                .replace("Task_ApplyPatches", "Call");

        assertThat(check(call)).containsExactly("Call");
    }

    @Test
    void whatTakesAnApprovalIsOneWhateverItsGroup() {
        String team = guarded("${windowOpen}", "")
                .replace("\"changeApprovers\"", "\"networkTeam\" camunda:formRef=\"decide\"");

        assertThat(check("fail-closed-approval", team, form("decision", "approve")))
                .containsExactly("Task_ApplyPatches");
        assertThat(check("fail-closed-approval", team, form("decision", "retry")))
                .isEmpty();
    }

    @Test
    void changeApproversDecideAmongThemselves() {
        String both = guarded("${approved}", "").replace("\"changeApprovers\"", "\"changeApprovers,operators\"");
        String team = guarded("${approved}", "").replace("\"changeApprovers\"", "\"changeApprovers,networkTeam\"");
        String none = guarded("${approved}", "")
                .replace("camunda:candidateGroups=\"changeApprovers\"", "camunda:formRef=\"decide\"");

        assertThat(check(both)).containsExactly("Task_Approve");
        assertThat(check(team)).isEmpty();
        assertThat(check("fail-closed-approval", none, form("decision", "approve")))
                .containsExactly("Task_Approve");
    }

    @Test
    void theFormOfATaskAsksForNothingThatIsSettled() {
        String asking = guarded("${approved}", "")
                .replace("id=\"Start\"", "id=\"Start\" camunda:formRef=\"ask\"")
                .replace("id=\"Task_Approve\"", "id=\"Task_Approve\" camunda:formRef=\"decide\"");
        SourceFile start = form("ask", "scope", "all");

        assertThat(check("task-form-inputs", asking, start, form("scope", "all")))
                .containsExactly("Task_Approve");
        assertThat(check("task-form-inputs", asking, start, form("targets", "all")))
                .containsExactly("Task_Approve");
        assertThat(check("task-form-inputs", asking, form("ask", "reason", "none"), form("reason", "none")))
                .isEmpty();
        assertThat(check("task-form-inputs", asking, start, form("decision", "approve")))
                .isEmpty();
    }

    private static SourceFile form(String key, String value) {
        return form("decide", key, value);
    }

    private static SourceFile form(String id, String key, String value) {
        return ChecksFixture.file("forms/" + id + ".form", """
                {"id": "%s", "schemaVersion": 16, "components": [{"id": "Field_1", "key": "%s", "label": "Field",
                 "type": "radio", "values": [{"value": "%s", "label": "One"}]}]}""".formatted(id, key, value));
    }

    private static List<String> check(String diagram) {
        return check("fail-closed-approval", diagram);
    }

    private static List<String> check(String rule, String diagram, SourceFile... forms) {
        List<SourceFile> files = new ArrayList<>(List.of(forms));
        files.add(ChecksFixture.file("processes/management/guarded.bpmn", diagram));
        return CHECKS.check(Origin.OWN, files).stream()
                .filter(violation -> violation.rule().equals(rule))
                .filter(Violation::refuses)
                .map(Violation::element)
                .toList();
    }

    private static String guarded(String condition, String more) {
        return """
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="https://baton.dev/procedures">
                  <bpmn:process id="guarded" isExecutable="true" camunda:historyTimeToLive="P30D">
                    <bpmn:startEvent id="Start"/>
                    <bpmn:sequenceFlow id="Flow_Start" sourceRef="Start" targetRef="Task_Approve"/>
                    <bpmn:userTask id="Task_Approve" camunda:candidateGroups="changeApprovers">
                      <bpmn:extensionElements><camunda:inputOutput>
                        <camunda:outputParameter name="approved">${decision == 'approve'}</camunda:outputParameter>
                        <camunda:outputParameter name="decision">${decision}</camunda:outputParameter>
                      </camunda:inputOutput></bpmn:extensionElements>
                    </bpmn:userTask>
                    <bpmn:sequenceFlow id="Flow_Decided" sourceRef="Task_Approve" targetRef="Gateway"/>
                    <bpmn:exclusiveGateway id="Gateway" default="Flow_No"/>
                    <bpmn:sequenceFlow id="Flow_Yes" sourceRef="Gateway" targetRef="Task_ApplyPatches">
                      <bpmn:conditionExpression>%s</bpmn:conditionExpression>
                    </bpmn:sequenceFlow>
                    <bpmn:sequenceFlow id="Flow_No" sourceRef="Gateway" targetRef="End_No"/>
                    <bpmn:endEvent id="End_No"/>
                    <bpmn:serviceTask id="Task_ApplyPatches" camunda:delegateExpression="${applyPatches}"/>
                    <bpmn:sequenceFlow id="Flow_End" sourceRef="Task_ApplyPatches" targetRef="End"/>
                    <bpmn:endEvent id="End"/>
                    %s
                  </bpmn:process>
                </bpmn:definitions>
                """.formatted(condition.replace("&", "&amp;"), more);
    }
}
