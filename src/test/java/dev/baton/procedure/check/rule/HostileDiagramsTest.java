package dev.baton.procedure.check.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.baton.procedure.check.Origin;
import dev.baton.procedure.check.Violation;
import dev.baton.procedure.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HostileDiagramsTest {

    private static final ChecksFixture CHECKS = new ChecksFixture();

    private static final Map<String, String> PAYLOADS = new TreeMap<>(Map.of(
            "reflection", "${''.getClass().forName('java.lang.Runtime').getRuntime().exec('id')}",
            "classProperty", "${targets.class.name}",
            "deferred", "#{''.getClass()}",
            "engine", "${execution.processEngineServices.runtimeService}",
            "beanCall", "${jdbcTemplate.execute('drop table x')}",
            "indexed", "${targets['class']['forName']}",
            "hiddenInText", "harmless ${targets.toString()} text",
            "nested", "${targets == 'a}' ? targets.getClass() : 1}",
            "unclosed", "${targets.getClass()"));

    /** Where an expression can stand in a diagram; the payload is escaped for an attribute. */
    private static final Map<String, List<String>> PLACES = new TreeMap<>(Map.of(
            "condition", List.of("${goOn}</bpmn:conditionExpression>", "PAYLOAD</bpmn:conditionExpression>"),
            "inputParameter", List.of("name=\"note\">plain<", "name=\"note\">PAYLOAD<"),
            "taskName", List.of("name=\"Look\"", "name=\"PAYLOAD\""),
            "documentation", List.of("What to look at", "PAYLOAD"),
            "dueDate", List.of("camunda:priority=\"1\"", "camunda:dueDate=\"PAYLOAD\""),
            "assignee", List.of("camunda:priority=\"1\"", "camunda:assignee=\"PAYLOAD\""),
            "timer", List.of("PT4H", "PAYLOAD"),
            "calledElement", List.of("calledElement=\"other\"", "calledElement=\"PAYLOAD\""),
            "businessKey", List.of("#{execution.processBusinessKey}", "PAYLOAD"),
            "delegateExpression", List.of("${chooseTargets}", "PAYLOAD")));

    static Stream<Arguments> expressions() {
        return PLACES.entrySet().stream()
                .flatMap(place -> PAYLOADS.entrySet().stream()
                        .map(payload -> arguments(
                                payload.getKey() + " in " + place.getKey(),
                                place.getValue().get(0),
                                place.getValue()
                                        .get(1)
                                        .replace("PAYLOAD", payload.getValue().replace("'", "&apos;")))));
    }

    static Stream<Arguments> constructs() {
        List<Arguments> all = new ArrayList<>();
        String service = "<bpmn:serviceTask id=\"Task_ChooseTargets\" ";
        String extension = "<camunda:inputOutput>";
        for (String attribute : List.of(
                "camunda:class=\"java.lang.ProcessBuilder\"",
                "camunda:expression=\"${run}\"",
                "camunda:type=\"external\" camunda:topic=\"anything\"",
                "camunda:type=\"shell\"",
                "camunda:type=\"mail\"",
                "activiti:class=\"java.lang.ProcessBuilder\"",
                "activiti:expression=\"${run}\"",
                "implementation=\"java.lang.ProcessBuilder\"")) {
            all.add(arguments(attribute, service, service + attribute + " "));
        }
        for (String element : List.of(
                "<camunda:executionListener event=\"start\" class=\"x.Y\"/>",
                "<camunda:executionListener event=\"start\" expression=\"${run}\"/>",
                "<camunda:executionListener event=\"start\" delegateExpression=\"${chooseTargets}\"/>",
                "<camunda:executionListener event=\"start\"><camunda:script scriptFormat=\"groovy\">x</camunda:script></camunda:executionListener>",
                "<camunda:taskListener event=\"create\" class=\"x.Y\"/>",
                "<camunda:connector><camunda:connectorId>http-connector</camunda:connectorId></camunda:connector>",
                "<camunda:field name=\"command\"><camunda:string>id</camunda:string></camunda:field>",
                "<camunda:formData><camunda:formField id=\"a\" defaultValue=\"${run}\"/></camunda:formData>",
                "<camunda:errorEventDefinition id=\"e\" errorRef=\"Error_NoTargets\" expression=\"${run}\"/>",
                "<activiti:executionListener event=\"start\" class=\"x.Y\"/>",
                "<x:anything xmlns:x=\"urn:x\"/>")) {
            all.add(arguments(element, extension, element + extension));
        }
        all.add(arguments(
                "script in an input",
                "<camunda:inputParameter name=\"note\">plain",
                "<camunda:inputParameter name=\"note\"><camunda:script scriptFormat=\"js\">1</camunda:script>"));
        for (String task : List.of(
                "<bpmn:scriptTask id=\"Task_Evil\" scriptFormat=\"groovy\"><bpmn:script>x</bpmn:script></bpmn:scriptTask>",
                "<bpmn:sendTask id=\"Task_Evil\" camunda:class=\"x.Y\"/>",
                "<bpmn:serviceTask id=\"Task_Evil\"/>",
                "<bpmn:serviceTask id=\"Task_Evil\" camunda:delegateExpression=\"${noSuchBean}\"/>",
                "<bpmn:serviceTask id=\"Task_Evil\" camunda:delegateExpression=\"${dataSource}\"/>",
                "<bpmn:serviceTask id=\"Task_Evil\" camunda:delegateExpression=\"${knownDelegates}\"/>",
                "<bpmn:businessRuleTask id=\"Task_Evil\"/>",
                "<bpmn:businessRuleTask id=\"Task_Evil\" camunda:decisionRef=\"no-such-decision\"/>",
                "<bpmn:serviceTask id=\"Task_Evil\" camunda:delegateExpression=\"${checkHealth}\"><bpmn:extensionElements>"
                        + "<camunda:inputOutput><camunda:inputParameter name=\"policy\">no-such-decision"
                        + "</camunda:inputParameter></camunda:inputOutput></bpmn:extensionElements></bpmn:serviceTask>",
                "<bpmn:businessRuleTask id=\"Task_Evil\" camunda:delegateExpression=\"${applyPatches}\"/>",
                "<bpmn:callActivity id=\"Task_Evil\"/>",
                "<bpmn:userTask id=\"Task_Evil\" camunda:candidateGroups=\"everybody\"/>",
                "<bpmn:userTask id=\"Task_Evil\" camunda:candidateGroups=\"${group}\"/>",
                "<bpmn:userTask id=\"Task_Evil\" camunda:formRef=\"no-such-form\"/>",
                "<bpmn:userTask id=\"Task_Evil\" camunda:formKey=\"embedded:app:x.html\"/>",
                "<bpmn:intermediateThrowEvent id=\"E\"><bpmn:messageEventDefinition camunda:class=\"x.Y\"/></bpmn:intermediateThrowEvent>",
                "<bpmn:intermediateThrowEvent id=\"E\"><bpmn:signalEventDefinition/></bpmn:intermediateThrowEvent>",
                "<bpmn:adHocSubProcess id=\"Task_Evil\"/>",
                "<x:serviceTask xmlns:x=\"urn:x\" id=\"Task_Evil\" class=\"y\"/>")) {
            all.add(arguments(task, "</bpmn:process>", task + "</bpmn:process>"));
        }
        all.add(arguments(
                "condition language",
                "xsi:type=\"bpmn:tFormalExpression\"",
                "xsi:type=\"bpmn:tFormalExpression\" language=\"groovy\""));
        all.add(arguments(
                "condition resource",
                "xsi:type=\"bpmn:tFormalExpression\"",
                "xsi:type=\"bpmn:tFormalExpression\" camunda:resource=\"classpath://x.groovy\""));
        all.add(arguments(
                "expression language",
                "targetNamespace=",
                "expressionLanguage=\"http://www.java.com/java\" targetNamespace="));
        all.add(arguments("unknown error code", "errorCode=\"NO_TARGETS\"", "errorCode=\"NO_TARGET\""));
        all.add(arguments("other key", "<bpmn:process id=\"look-around\"", "<bpmn:process id=\"patch-hosts\""));
        all.add(arguments("not executable", "isExecutable=\"true\"", "isExecutable=\"false\""));
        all.add(arguments(
                "second process", "</bpmn:process>", "</bpmn:process><bpmn:process id=\"p2\" isExecutable=\"true\"/>"));
        all.add(arguments("no history", "camunda:historyTimeToLive=\"P365D\"", ""));
        all.add(arguments("dangling flow", "targetRef=\"Task_Look\"", "targetRef=\"Task_Nowhere\""));
        all.add(arguments("document type", "<bpmn:definitions", "<!DOCTYPE x [<!ENTITY a \"b\">]><bpmn:definitions"));
        all.add(arguments(
                "outside entity", "<bpmn:definitions", "<!DOCTYPE x SYSTEM \"file:///etc/passwd\"><bpmn:definitions"));
        all.add(arguments("not well-formed", "</bpmn:process>", ""));
        all.add(arguments(
                "too deep", "</bpmn:process>", "<a>".repeat(100_000) + "</a>".repeat(100_000) + "</bpmn:process>"));
        all.add(arguments(
                "too large", "</bpmn:process>", "<!--" + "x".repeat(SourceFile.LIMIT) + "--></bpmn:process>"));
        all.add(arguments("no BPMN", "bpmn:definitions", "bpmn:process"));
        return all.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"expressions", "constructs"})
    void isRefusedWithRuleAndFix(String title, String harmless, String hostile) {
        String diagram = template();
        assertThat(diagram).contains(harmless);

        List<Violation> violations = check(diagram.replace(harmless, hostile));

        assertThat(violations).filteredOn(Violation::refuses).isNotEmpty().allSatisfy(violation -> {
            assertThat(violation.file()).isEqualTo("processes/management/look-around.bpmn");
            assertThat(violation.rule()).isNotBlank();
            assertThat(violation.message()).isNotBlank();
            assertThat(violation.fix()).isNotBlank();
        });
    }

    @Test
    void theSameDiagramWithoutAnythingHostilePasses() {
        assertThat(check(template())).filteredOn(Violation::refuses).isEmpty();
    }

    @Test
    void aTaskMayGoToATeamThatExists() {
        String task = "<bpmn:userTask id=\"Task_Look\" camunda:candidateGroups=\"%s\"/></bpmn:process>";

        assertThat(check(template().replace("</bpmn:process>", task.formatted("networkTeam"))))
                .extracting(Violation::rule)
                .doesNotContain("known-group");
        assertThat(check(template().replace("</bpmn:process>", task.formatted("nightTeam"))))
                .filteredOn(violation -> violation.rule().equals("known-group"))
                .singleElement()
                .satisfies(violation -> assertThat(violation.message()).isEqualTo("there is no group nightTeam"));
    }

    @Test
    void violationsNameTheElement() {
        assertThat(check(template().replace("${chooseTargets}", "${chooseTarget}")))
                .filteredOn(violation -> violation.rule().equals("known-delegate"))
                .singleElement()
                .satisfies(violation -> {
                    assertThat(violation.element()).isEqualTo("Task_ChooseTargets");
                    assertThat(violation.fix()).contains("chooseTargets");
                });
    }

    private static List<Violation> check(String diagram) {
        return CHECKS.check(Origin.OWN, List.of(ChecksFixture.file("processes/management/look-around.bpmn", diagram)));
    }

    private static String template() {
        try (var content = HostileDiagramsTest.class.getResourceAsStream("look-around.bpmn")) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
