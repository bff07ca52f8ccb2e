package dev.baton.procedure.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.procedure.source.Bundle;
import dev.baton.procedure.source.Bundles;
import dev.baton.procedure.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class VersionDiffsTest {

    private static final String DIAGRAM = """
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
                xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC">
              <bpmn:process id="patch" isExecutable="true">
                <bpmn:userTask id="Task_Approve" name="Approve" camunda:candidateGroups="changeApprovers" camunda:formRef="approve"/>
                <bpmn:serviceTask id="Task_Apply" name="Apply patches" camunda:delegateExpression="${applyPatches}">
                  <bpmn:extensionElements><camunda:inputOutput>
                    <camunda:inputParameter name="batches">1, rest</camunda:inputParameter>
                    <camunda:inputParameter name="scope">all</camunda:inputParameter>
                  </camunda:inputOutput></bpmn:extensionElements>
                </bpmn:serviceTask>
              </bpmn:process>
              <bpmndi:BPMNDiagram><bpmndi:BPMNPlane>
                <bpmndi:BPMNShape bpmnElement="Task_Apply"><dc:Bounds x="10" y="20" width="100" height="80"/></bpmndi:BPMNShape>
              </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
            </bpmn:definitions>
            """;
    private static final String FORM = "{\"id\": \"approve\", \"components\": []}";

    @Test
    void theSameFilesDifferInNothing() {
        VersionDiff diff = VersionDiffs.between(bundle(DIAGRAM, FORM), bundle(DIAGRAM, FORM));

        assertThat(diff.changes()).isEmpty();
        assertThat(diff.layout()).isEmpty();
    }

    @Test
    void aChangedInputNamesElementAndInput() {
        assertThat(changes(DIAGRAM.replace("1, rest", "rest")))
                .containsExactly(
                        new ElementDiff("Task_Apply", "Apply patches", "inputParameter batches", "1, rest", "rest"));
    }

    @Test
    void aChangedAttributeIsNamedAsInTheFile() {
        assertThat(changes(DIAGRAM.replace("=\"changeApprovers\"", "=\"operators\"")))
                .containsExactly(new ElementDiff(
                        "Task_Approve", "Approve", "camunda:candidateGroups", "changeApprovers", "operators"));
    }

    @Test
    void aRemovedElementLosesItsType() {
        String without = DIAGRAM.replaceAll("<bpmn:userTask[^>]*/>", "");

        assertThat(changes(without))
                .allSatisfy(diff -> assertThat(diff.after()).isEmpty())
                .anySatisfy(diff -> assertThat(diff.property()).isEqualTo("type"));
    }

    @Test
    void whatIsOnlyMovedIsLayout() {
        VersionDiff diff =
                VersionDiffs.between(bundle(DIAGRAM, FORM), bundle(DIAGRAM.replace("x=\"10\"", "x=\"400\""), FORM));

        assertThat(diff.changes()).isEmpty();
        assertThat(diff.layout()).extracting(ElementDiff::element).containsExactly("Task_Apply");
    }

    @Test
    void orderAndPrefixesDoNotCount() {
        String spelled = DIAGRAM.replace("bpmn:", "b:").replace("xmlns:bpmn=", "xmlns:b=");

        assertThat(changes(spelled)).isEmpty();
    }

    @Test
    void aTouchedFormIsAChange() {
        VersionDiff diff = VersionDiffs.between(
                bundle(DIAGRAM, FORM), bundle(DIAGRAM, FORM.replace("[]", "[{\"type\": \"text\"}]")));

        assertThat(diff.changes()).extracting(ElementDiff::element).containsExactly("forms/approve.form");
    }

    private static List<ElementDiff> changes(String after) {
        return VersionDiffs.between(bundle(DIAGRAM, FORM), bundle(after, FORM)).changes();
    }

    private static Bundle bundle(String diagram, String form) {
        return Bundles.of(List.of(
                        new SourceFile("processes/management/patch.bpmn", diagram.getBytes(StandardCharsets.UTF_8)),
                        new SourceFile("forms/approve.form", form.getBytes(StandardCharsets.UTF_8))))
                .get(0);
    }
}
