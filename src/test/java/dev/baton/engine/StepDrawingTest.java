package dev.baton.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StepDrawingTest {

    private final TestEngine test = new TestEngine();

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void plainWordsTravelWithTheStepAndNotAsVariables() {
        LockedExternalTask step = begun("""
                <camunda:inputParameter name="command">uptime -p</camunda:inputParameter>
                <camunda:inputParameter name="targets">${1 + 1}</camunda:inputParameter>""");

        assertThat(StepDrawing.inputs(step.getExtensionProperties())).containsOnly(Map.entry("command", "uptime -p"));
        assertThat(step.getVariables()).containsEntry("targets", 2L).doesNotContainKey("command");
    }

    @Test
    void wordsThatAnOutputReadsStayAVariable() {
        LockedExternalTask step = begun("""
                <camunda:inputParameter name="limit">5</camunda:inputParameter>
                <camunda:outputParameter name="seen">${limit == '5'}</camunda:outputParameter>""");

        assertThat(StepDrawing.inputs(step.getExtensionProperties())).isEmpty();
        assertThat(step.getVariables()).containsEntry("limit", "5");
    }

    @Test
    void theResultsAreThoseThatTheOutputsName() {
        LockedExternalTask step = begun("""
                <camunda:outputParameter name="bad">${failed + unknown}</camunda:outputParameter>
                <camunda:outputParameter name="sets"><camunda:list><camunda:value>${failedTargets}</camunda:value></camunda:list></camunda:outputParameter>""");

        assertThat(StepDrawing.results(step.getExtensionProperties()))
                .contains("failed", "unknown", "failedTargets")
                .doesNotContain("succeeded", "total", "failureSummary");
    }

    @Test
    void aDiagramWithoutOutputsReadsNothing() {
        LockedExternalTask step = begun("<camunda:inputParameter name=\"command\">uptime</camunda:inputParameter>");

        assertThat(StepDrawing.results(step.getExtensionProperties())).doesNotContain("total", "succeeded");
    }

    @Test
    void aStepWithoutMappingLeavesItsResultsToTheRun() {
        test.deploy(TestEngine.around("<bpmn:serviceTask id=\"it\" camunda:delegateExpression=\"${touch}\"/>"));

        assertThat(StepDrawing.results(begun().getExtensionProperties())).isNull();
    }

    private LockedExternalTask begun(String mapping) {
        test.deploy(TestEngine.around("""
                <bpmn:serviceTask id="it" camunda:delegateExpression="${touch}">
                  <bpmn:extensionElements><camunda:inputOutput>%s</camunda:inputOutput></bpmn:extensionElements>
                </bpmn:serviceTask>""".formatted(mapping)));
        return begun();
    }

    private LockedExternalTask begun() {
        test.engine.getRuntimeService().startProcessInstanceByKey("test");
        return test.engine
                .getExternalTaskService()
                .fetchAndLock(1, "runner")
                .topic("touch", 10_000)
                .includeExtensionProperties()
                .execute()
                .get(0);
    }
}
