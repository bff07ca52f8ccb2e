package dev.baton.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.action.Problem;
import dev.baton.testing.ShippedProcedures;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every shipped diagram keeps so that people find their way in it. */
class ProcedureConventionsTest {

    private static final int MOST_NODES = 20;
    private static final Set<String> GROUPS =
            Set.of("operators", "changeApprovers", "procedureOwners", "auditors", "administrators");
    private static final Set<String> CODES =
            Arrays.stream(Problem.values()).map(Problem::name).collect(Collectors.toSet());
    private static final String ID =
            "(StartEvent|EndEvent|BoundaryEvent|IntermediateEvent|Task|CallActivity|SubProcess|Gateway|SequenceFlow)_([A-Z][a-z0-9]*)+";

    @ParameterizedTest
    @MethodSource("diagrams")
    void aProcedureIsNamedAsItsFileAndDescribed(Path file) {
        Process procedure = Shipped.procedure(Shipped.read(file));

        assertThat(procedure.getId() + ".bpmn").isEqualTo(file.getFileName().toString());
        assertThat(procedure.getId()).matches("[a-z]+(-[a-z]+)*");
        assertThat(procedure.getName()).isNotBlank();
        assertThat(procedure.isExecutable()).isTrue();
        assertThat(procedure.getCamundaVersionTag()).matches("\\d+\\.\\d+\\.\\d+");
        assertThat(procedure.getCamundaHistoryTimeToLiveString()).matches("P\\d+D");
        assertThat(Shipped.documentation(procedure))
                .contains("Owner: procedureOwners.")
                .containsPattern("SOP: SOP-[A-Z]+-\\d");
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void elementsHaveSpeakingIdsAndTheirNamesSayWhatHappens(Path file) {
        BpmnModelInstance model = Shipped.read(file);

        assertThat(model.getModelElementsByType(FlowElement.class))
                .allSatisfy(element -> assertThat(element.getId()).matches(ID));
        assertThat(model.getModelElementsByType(Activity.class)).allSatisfy(activity -> {
            assertThat(activity.getName()).as(activity.getId()).matches("[A-Z][a-z]+( [a-z]+)+");
            assertThat(Shipped.documentation(activity)).as(activity.getId()).isNotBlank();
        });
        assertThat(model.getModelElementsByType(ExclusiveGateway.class)).allSatisfy(gateway -> {
            boolean asks = gateway.getOutgoing().size() > 1;
            assertThat(gateway.getName() != null && gateway.getName().endsWith("?"))
                    .as(gateway.getId())
                    .isEqualTo(asks);
            assertThat(gateway.getOutgoing())
                    .allSatisfy(flow ->
                            assertThat(flow.getName() != null).as(flow.getId()).isEqualTo(asks));
        });
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void namesAreUsedOnce(Path file) {
        BpmnModelInstance model = Shipped.read(file);

        assertThat(Shipped.names(model, Activity.class)).doesNotHaveDuplicates();
        assertThat(Shipped.names(model, EndEvent.class)).doesNotHaveDuplicates().doesNotContainNull();
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void everyEndIsReachedByAProcessTest(Path file) {
        String tests = ShippedProcedures.processTests();

        assertThat(Shipped.read(file).getModelElementsByType(EndEvent.class))
                .allSatisfy(end -> assertThat(tests).contains("\"" + end.getId() + "\""));
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void aPictureIsSmallEnoughToRead(Path file) {
        BpmnModelInstance model = Shipped.read(file);

        assertThat(Shipped.size(Shipped.procedure(model).getFlowElements())).isLessThanOrEqualTo(MOST_NODES);
        assertThat(model.getModelElementsByType(SubProcess.class))
                .allSatisfy(
                        part -> assertThat(Shipped.size(part.getFlowElements())).isLessThanOrEqualTo(MOST_NODES / 2));
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void aServiceTaskNamesADelegateAndStartsItsOwnTransaction(Path file) {
        Set<String> beans = DelegateBeans.all();

        assertThat(Shipped.read(file).getModelElementsByType(ServiceTask.class)).allSatisfy(task -> {
            String bean = DelegateBeans.bean(task);
            assertThat(beans).as(task.getId()).contains(bean);
            assertThat(task.isCamundaAsyncBefore()).as(task.getId()).isTrue();
            assertThat(task.getAttributeValueNs(Shipped.CAMUNDA, "modelerTemplate"))
                    .isEqualTo("dev.baton." + bean);
            assertThat(task.getAttributeValueNs(Shipped.CAMUNDA, "modelerTemplateVersion"))
                    .matches("\\d+");
        });
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void whatADiagramRefersToExists(Path file) {
        BpmnModelInstance model = Shipped.read(file);
        Set<String> keys = Shipped.stems(ShippedProcedures.diagrams());
        Set<String> forms = Shipped.stems(ShippedProcedures.forms());

        assertThat(model.getModelElementsByType(Error.class))
                .allSatisfy(error -> assertThat(CODES).contains(error.getErrorCode()));
        assertThat(model.getModelElementsByType(UserTask.class)).allSatisfy(task -> {
            assertThat(forms).as(task.getId()).contains(task.getCamundaFormRef());
            assertThat(task.getCamundaFormRefBinding()).isEqualTo("deployment");
            assertThat(GROUPS).containsAll(task.getCamundaCandidateGroupsList()).isNotEmpty();
        });
        assertThat(Shipped.procedure(model).getChildElementsByType(StartEvent.class))
                .allSatisfy(start -> {
                    assertThat(forms).as(start.getId()).contains(start.getCamundaFormRef());
                    assertThat(start.getCamundaFormRefBinding()).isEqualTo("deployment");
                });
        assertThat(model.getModelElementsByType(BusinessRuleTask.class)).allSatisfy(task -> {
            assertThat(Shipped.stems(ShippedProcedures.decisions())).contains(task.getCamundaDecisionRef());
            assertThat(task.getCamundaDecisionRefBinding()).isEqualTo("deployment");
        });
        assertThat(model.getModelElementsByType(CallActivity.class))
                .allSatisfy(call -> assertThat(keys).contains(call.getCalledElement()));
    }

    static List<Path> diagrams() {
        return ShippedProcedures.diagrams();
    }
}
