package dev.baton.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.camunda.bpm.engine.ParseException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiagramScreenTest {

    private static TestEngine test;

    @BeforeAll
    static void start() {
        test = new TestEngine();
    }

    @AfterAll
    static void stop() {
        test.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<bpmn:scriptTask id='it' scriptFormat='groovy'><bpmn:script>1</bpmn:script></bpmn:scriptTask>",
                "<bpmn:serviceTask id='it' camunda:class='java.lang.Object'/>",
                "<bpmn:serviceTask id='it' camunda:expression='${1}'/>",
                "<bpmn:serviceTask id='it' camunda:type='mail'/>",
                "<bpmn:serviceTask id='it' camunda:type='shell'/>",
                "<bpmn:serviceTask id='it' camunda:type='external' camunda:topic='nobody'/>",
                "<bpmn:serviceTask id='it' camunda:type='external'/>",
                "<bpmn:serviceTask id='it' camunda:delegateExpression='${noSuchBean}'/>",
                "<bpmn:serviceTask id='it' camunda:delegateExpression='${secretKeeper}'/>",
                "<bpmn:serviceTask id='it' camunda:delegateExpression='${note.getClass()}'/>",
                "<bpmn:sendTask id='it' camunda:delegateExpression='${touch}'/>",
                "<bpmn:serviceTask id='it' camunda:delegateExpression='${note}'><bpmn:extensionElements>"
                        + "<camunda:executionListener event='start' delegateExpression='${note}'/>"
                        + "</bpmn:extensionElements></bpmn:serviceTask>",
                "<bpmn:userTask id='it'><bpmn:extensionElements>"
                        + "<camunda:taskListener event='create' expression='${1}'/>"
                        + "</bpmn:extensionElements></bpmn:userTask>",
                "<bpmn:userTask id='it'><bpmn:extensionElements><camunda:formData/></bpmn:extensionElements></bpmn:userTask>",
                "<bpmn:userTask id='it' camunda:formHandlerClass='java.lang.Object'/>",
                "<bpmn:serviceTask id='it'><bpmn:extensionElements><camunda:connector>"
                        + "<camunda:connectorId>http-connector</camunda:connectorId></camunda:connector>"
                        + "</bpmn:extensionElements></bpmn:serviceTask>",
                "<bpmn:serviceTask id='it' camunda:delegateExpression='${note}'><bpmn:extensionElements>"
                        + "<camunda:inputOutput><camunda:inputParameter name='x'>"
                        + "<camunda:script scriptFormat='groovy'>1</camunda:script></camunda:inputParameter>"
                        + "</camunda:inputOutput></bpmn:extensionElements></bpmn:serviceTask>",
                "<bpmn:callActivity id='it' calledElement='x' camunda:variableMappingClass='java.lang.Object'/>",
                "<bpmn:serviceTask id='it' camunda:delegateExpression='${touch}'>"
                        + "<bpmn:multiInstanceLoopCharacteristics camunda:exclusive='false'>"
                        + "<bpmn:loopCardinality>2</bpmn:loopCardinality>"
                        + "</bpmn:multiInstanceLoopCharacteristics></bpmn:serviceTask>"
            })
    void codeInADiagramIsRefusedWithTheElement(String element) {
        assertThatThrownBy(() -> test.deploy(TestEngine.around(element)))
                .isInstanceOfSatisfying(
                        ParseException.class,
                        refused -> assertThat(refused.getResorceReports().get(0).getErrors())
                                .anySatisfy(error ->
                                        assertThat(error.getElementIds()).contains("it")));
    }

    @Test
    void aScriptInAConditionIsRefused() {
        String flow = """
                <bpmn:startEvent id="start"/>
                <bpmn:sequenceFlow id="it" sourceRef="start" targetRef="end">
                  <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression" language="groovy">true</bpmn:conditionExpression>
                </bpmn:sequenceFlow>
                <bpmn:endEvent id="end"/>
                """;

        assertThatThrownBy(() -> test.deploy(flow)).hasMessageContaining("script language");
    }

    @Test
    void aStartThatIsAsyncBeforeIsRefused() {
        String start = "<bpmn:startEvent id='start' camunda:asyncBefore='true'/>";

        assertThatThrownBy(() -> test.deploy(start)).hasMessageContaining("asyncAfter");
    }

    @Test
    void allMistakesAreToldAtOnce() {
        String body =
                "<bpmn:startEvent id='start'/><bpmn:scriptTask id='one'/><bpmn:serviceTask id='two' camunda:class='X'/>";

        assertThatThrownBy(() -> test.deploy(body)).hasMessageContaining("one").hasMessageContaining("two");
    }

    @Test
    void aDelegateByNameIsAccepted() {
        test.deploy(TestEngine.around("<bpmn:serviceTask id='it' camunda:delegateExpression='${note}'/>"));

        assertThat(test.engine
                        .getRepositoryService()
                        .createProcessDefinitionQuery()
                        .count())
                .isPositive();
    }
}
