package dev.baton.engine;

import dev.baton.engine.expression.Delegates;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a diagram that could run code: Camunda's extensions are allowed by name, so one that nobody thought of is refused
 * too.
 */
final class DiagramScreen {

    private static final String CAMUNDA = BpmnParser.CAMUNDA_BPMN_EXTENSIONS_NS;
    private static final String ACTIVITI = "http://activiti.org/bpmn";

    private static final Set<String> EXTENSION_ELEMENTS = Set.of(
            "inputOutput",
            "inputParameter",
            "outputParameter",
            "list",
            "map",
            "entry",
            "value",
            "in",
            "out",
            "properties",
            "property",
            "failedJobRetryTimeCycle");

    private static final Set<String> EXTENSION_ATTRIBUTES =
            Set.of(("asyncBefore asyncAfter async exclusive jobPriority taskPriority delegateExpression type topic "
                            + "formRef formRefBinding formRefVersion assignee candidateUsers candidateGroups dueDate followUpDate "
                            + "priority calledElementBinding calledElementVersion calledElementVersionTag decisionRef "
                            + "decisionRefBinding decisionRefVersion decisionRefVersionTag mapDecisionResult resultVariable "
                            + "historyTimeToLive versionTag isStartableInTasklist candidateStarterGroups candidateStarterUsers "
                            + "initiator modelerTemplate modelerTemplateVersion modelerTemplateIcon errorCodeVariable "
                            + "errorMessageVariable errorMessage escalationCodeVariable collection elementVariable "
                            + "variableName variableEvents diagramRelationId")
                    .split(" "));

    private static final Map<String, String> REASONS = Map.of(
            "class", "name a delegate by camunda:delegateExpression=\"${bean}\" instead",
            "expression", "name a delegate by camunda:delegateExpression=\"${bean}\" instead",
            "script", "scripts run code that nobody reviews; write a delegate",
            "connector", "connectors reach any address; write a delegate",
            "executionListener", "what a listener does is invisible in the diagram; draw a task",
            "taskListener", "what a listener does is invisible in the diagram; draw a task",
            "formData", "use a Camunda Form: camunda:formRef",
            "formKey", "use a Camunda Form: camunda:formRef",
            "formHandlerClass", "use a Camunda Form: camunda:formRef",
            "variableMappingClass", "map variables by camunda:in and camunda:out");

    private final Delegates delegates;

    DiagramScreen(Delegates delegates) {
        this.delegates = delegates;
    }

    /** Hears of everything that is refused. */
    interface Refusals {
        void refuse(Element element, String id, String rule);
    }

    void check(Element root, Refusals refusals) {
        walk(root, "definitions", refusals);
    }

    private void walk(Element element, String owner, Refusals refusals) {
        String id = Optional.ofNullable(element.attribute("id")).orElse(owner);
        checkExtensions(element, id, refusals);
        // The parser itself looks at names only, whatever their namespace.
        checkElement(element, id, refusals);
        for (Element child : element.elements()) {
            walk(child, id, refusals);
        }
    }

    private static void checkExtensions(Element element, String id, Refusals refusals) {
        if (isExtension(element.getUri()) && !EXTENSION_ELEMENTS.contains(element.getTagName())) {
            refusals.refuse(element, id, notAllowed(element.getTagName()));
        }
        for (String attribute : element.attributes()) {
            int colon = attribute.lastIndexOf(':');
            String name = attribute.substring(colon + 1);
            if (isExtension(attribute.substring(0, Math.max(colon, 0))) && !EXTENSION_ATTRIBUTES.contains(name)) {
                refusals.refuse(element, id, notAllowed(name));
            }
        }
    }

    private void checkElement(Element element, String id, Refusals refusals) {
        switch (element.getTagName()) {
            case "scriptTask", "script" -> refusals.refuse(element, id, notAllowed("script"));
            case "startEvent" -> {
                if (isTrue(element, "asyncBefore") || isTrue(element, "async")) {
                    refusals.refuse(
                            element,
                            id,
                            "a start event cannot be asyncBefore: the run would begin without a person"
                                    + " and a reference; set asyncAfter");
                }
            }
            case "serviceTask", "sendTask", "businessRuleTask", "messageEventDefinition" ->
                checkDelegate(element, id, refusals);
            case "conditionExpression", "condition", "completionCondition", "loopCardinality" -> {
                if (element.attribute("language") != null) {
                    refusals.refuse(
                            element, id, "a condition is an expression ${..}; a script language is not allowed");
                }
            }
            default -> {}
        }
    }

    private void checkDelegate(Element element, String id, Refusals refusals) {
        String type = extension(element, "type");
        String expression = extension(element, "delegateExpression");
        if (type != null) {
            checkTopic(element, id, type, refusals);
        }
        if (expression != null) {
            checkBean(element, id, expression, refusals);
        }
    }

    private void checkTopic(Element element, String id, String type, Refusals refusals) {
        String topic = extension(element, "topic");
        if (!type.equals("external")) {
            refusals.refuse(element, id, "camunda:type=\"" + type + "\" is not allowed; write a delegate");
        } else if (topic == null || !delegates.isDeviceDelegate(topic)) {
            refusals.refuse(element, id, "nobody works on the external topic '" + topic + "'");
        }
    }

    private void checkBean(Element element, String id, String expression, Refusals refusals) {
        Optional<String> bean = DelegateQueueing.beanName(element);
        if (bean.isEmpty()) {
            refusals.refuse(
                    element, id, "camunda:delegateExpression names one delegate as ${bean}, not '" + expression + "'");
            return;
        }
        boolean device = delegates.isDeviceDelegate(bean.get());
        if (!device && !delegates.isStepDelegate(bean.get())) {
            refusals.refuse(element, id, "there is no delegate '" + bean.get() + "'");
        }
        if (device && !element.getTagName().equals("serviceTask")) {
            refusals.refuse(element, id, "the device delegate '" + bean.get() + "' needs a service task");
        }
        if (device && isShared(element)) {
            refusals.refuse(
                    element,
                    id,
                    "a device step in a multi-instance loop cannot be exclusive=\"false\": its devices would be"
                            + " reached more than once");
        }
    }

    private static boolean isShared(Element task) {
        List<Element> loops = task.elements("multiInstanceLoopCharacteristics");
        return loops.stream().anyMatch(loop -> "false".equals(extension(loop, "exclusive")))
                || !loops.isEmpty() && "false".equals(extension(task, "exclusive"));
    }

    private static String notAllowed(String name) {
        String reason = REASONS.get(name);
        return "camunda:" + name + " is not allowed" + (reason == null ? "" : ": " + reason);
    }

    private static boolean isTrue(Element element, String attribute) {
        return "true".equals(extension(element, attribute));
    }

    private static @Nullable String extension(Element element, String name) {
        return element.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, name);
    }

    private static boolean isExtension(String namespace) {
        return CAMUNDA.equals(namespace) || ACTIVITI.equals(namespace);
    }
}
