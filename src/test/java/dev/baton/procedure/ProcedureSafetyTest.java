package dev.baton.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.testing.ShippedProcedures;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaScript;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every shipped diagram keeps so that it does nothing that nobody wanted. */
class ProcedureSafetyTest {

    @ParameterizedTest
    @MethodSource("diagrams")
    void nothingRunsThatNobodySees(Path file) {
        BpmnModelInstance model = Shipped.read(file);

        assertThat(model.getModelElementsByType(ScriptTask.class)).isEmpty();
        assertThat(model.getModelElementsByType(CamundaScript.class)).isEmpty();
        assertThat(model.getModelElementsByType(CamundaExecutionListener.class)).isEmpty();
        assertThat(model.getModelElementsByType(CamundaTaskListener.class)).isEmpty();
        assertThat(model.getModelElementsByType(SequenceFlow.class))
                .filteredOn(flow -> flow.getConditionExpression() != null)
                .allSatisfy(flow -> assertThat(flow.getConditionExpression().getTextContent())
                        .as(flow.getId())
                        .matches("\\$\\{\\w+( == true)?}"));
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void aCallPassesTheBusinessKeyAndNamedVariablesOnly(Path file) {
        assertThat(Shipped.read(file).getModelElementsByType(CallActivity.class))
                .allSatisfy(call -> {
                    assertThat(call.getCamundaCalledElementBinding()).isEqualTo("latest");
                    List<CamundaIn> inputs = call.getExtensionElements()
                            .getElementsQuery()
                            .filterByType(CamundaIn.class)
                            .list();
                    assertThat(inputs)
                            .anySatisfy(
                                    in -> assertThat(in.getCamundaBusinessKey()).isNotBlank());
                    assertThat(inputs)
                            .allSatisfy(
                                    in -> assertThat(in.getCamundaVariables()).isNull());
                });
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void onlyAnExplicitYesLeadsFromAnApprovalToAChange(Path file) {
        BpmnModelInstance model = Shipped.read(file);

        assertThat(model.getModelElementsByType(UserTask.class))
                .filteredOn(task -> task.getCamundaCandidateGroupsList().contains("changeApprovers"))
                .allSatisfy(approval -> {
                    FlowNode gateway = approval.getSucceedingNodes().singleResult();
                    assertThat(gateway).isInstanceOf(ExclusiveGateway.class);
                    SequenceFlow otherwise = ((ExclusiveGateway) gateway).getDefault();
                    assertThat(otherwise)
                            .as("the default of " + gateway.getId())
                            .isNotNull();
                    assertThat(changesAfter(otherwise.getTarget())).isEmpty();
                    assertThat(gateway.getOutgoing())
                            .filteredOn(flow -> !changesAfter(flow.getTarget()).isEmpty())
                            .allSatisfy(flow -> assertThat(
                                            flow.getConditionExpression().getTextContent())
                                    .isEqualTo("${approved}"));
                    assertThat(boundariesOf(approval))
                            .allSatisfy(event -> assertThat(changesAfter(event)).isEmpty());
                });
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void anOrchestrationNeverTalksToADevice(Path file) {
        assertThat(Shipped.read(file).getModelElementsByType(ServiceTask.class))
                .filteredOn(task -> file.getParent().endsWith("orchestration"))
                .noneMatch(DelegateBeans::isOnDevices);
    }

    static List<Path> diagrams() {
        return ShippedProcedures.diagrams();
    }

    private static List<BoundaryEvent> boundariesOf(UserTask task) {
        return task.getModelInstance().getModelElementsByType(BoundaryEvent.class).stream()
                .filter(event -> task.equals(event.getAttachedTo()))
                .toList();
    }

    /** The changing steps that can follow, those of called procedures included: a call may always change something. */
    private static Set<String> changesAfter(FlowNode start) {
        Set<String> changes = new HashSet<>();
        follow(start, new HashSet<>(), changes);
        return changes;
    }

    private static void follow(FlowNode node, Set<String> seen, Set<String> changes) {
        if (!seen.add(node.getId())) {
            return;
        }
        if (node instanceof CallActivity || node instanceof ServiceTask task && DelegateBeans.isChanging(task)) {
            changes.add(node.getId());
        }
        if (node instanceof SubProcess part) {
            part.getChildElementsByType(ServiceTask.class).forEach(step -> follow(step, seen, changes));
        }
        node.getSucceedingNodes().list().forEach(next -> follow(next, seen, changes));
    }
}
