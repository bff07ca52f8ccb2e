package dev.baton.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DelegateQueueingTest {

    private final TestEngine test = new TestEngine();

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void aDeviceDelegateIsQueuedUnderItsBeanNameWithItsInputs() {
        test.deploy(TestEngine.around("""
                <bpmn:serviceTask id="it" camunda:delegateExpression="${touch}">
                  <bpmn:extensionElements><camunda:inputOutput>
                    <camunda:inputParameter name="scope">${mode.toUpperCase()}</camunda:inputParameter>
                    <camunda:outputParameter name="seen">${total + 1}</camunda:outputParameter>
                  </camunda:inputOutput></bpmn:extensionElements>
                </bpmn:serviceTask>"""));
        String id = test.engine
                .getRuntimeService()
                .startProcessInstanceByKey("test")
                .getId();

        ExternalTaskService queue = test.engine.getExternalTaskService();
        LockedExternalTask task =
                queue.fetchAndLock(1, "runner").topic("touch", 10_000).execute().get(0);
        queue.complete(task.getId(), "runner", Map.of(), Map.of("total", 41));

        assertThat(task.getVariables()).containsEntry("scope", "LIVE");
        assertThat(test.engine
                        .getHistoryService()
                        .createHistoricVariableInstanceQuery()
                        .processInstanceId(id)
                        .variableName("seen")
                        .singleResult()
                        .getValue())
                .isEqualTo(42L);
    }

    @Test
    void aProblemReachesItsBoundaryEvent() {
        test.deploy("""
                <bpmn:startEvent id="start"/><bpmn:sequenceFlow id="a" sourceRef="start" targetRef="it"/>
                <bpmn:serviceTask id="it" camunda:delegateExpression="${touch}"/>
                <bpmn:boundaryEvent id="failed" attachedToRef="it"><bpmn:errorEventDefinition/></bpmn:boundaryEvent>
                <bpmn:sequenceFlow id="b" sourceRef="failed" targetRef="wait"/><bpmn:userTask id="wait"/>
                """);
        test.engine.getRuntimeService().startProcessInstanceByKey("test");

        ExternalTaskService queue = test.engine.getExternalTaskService();
        String task = queue.fetchAndLock(1, "runner")
                .topic("touch", 10_000)
                .execute()
                .get(0)
                .getId();
        queue.handleBpmnError(task, "runner", "TOO_MANY_FAILURES");

        assertThat(test.engine.getTaskService().createTaskQuery().singleResult().getTaskDefinitionKey())
                .isEqualTo("wait");
    }

    @Test
    void aStepDelegateRunsInTheTransactionOfTheEngine() {
        test.deploy(TestEngine.around("<bpmn:serviceTask id='it' camunda:delegateExpression='${note}'/>"));

        String id = test.engine
                .getRuntimeService()
                .startProcessInstanceByKey("test")
                .getId();

        assertThat(test.engine
                        .getHistoryService()
                        .createHistoricVariableInstanceQuery()
                        .processInstanceId(id)
                        .variableName("noted")
                        .count())
                .isOne();
    }
}
