package dev.baton.engine;

import dev.baton.engine.expression.Delegates;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;

/** Refuses a diagram that could run code: one with an extension that is not allowed, a script or an unknown delegate. */
final class DiagramScreen {

    private static final String CAMUNDA = BpmnParser.CAMUNDA_BPMN_EXTENSIONS_NS;
    private static final String ACTIVITI = "http://activiti.org/bpmn";

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
        if (isExtension(element.getUri()) && !CamundaExtensions.allowsElement(element.getTagName())) {
            refusals.refuse(element, id, notAllowed(element.getTagName()));
        }
        for (String attribute : element.attributes()) {
            int colon = attribute.lastIndexOf(':');
            String name = attribute.substring(colon + 1);
            if (isExtension(attribute.substring(0, Math.max(colon, 0))) && !CamundaExtensions.allowsAttribute(name)) {
                refusals.refuse(element, id, notAllowed(name));
            }
        }
    }

    private void checkElement(Element element, String id, Refusals refusals) {
        switch (element.getTagName()) {
            case "scriptTask", "script" -> refusals.refuse(element, id, notAllowed("script"));
            case "startEvent" -> {
                if ("true".equals(extension(element, "asyncBefore"))) {
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
        String expression = extension(element, "delegateExpression");
        if (expression != null) {
            checkBean(element, id, expression, refusals);
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
        return "camunda:" + name + " is not allowed: " + CamundaExtensions.instead(name);
    }

    private static @Nullable String extension(Element element, String name) {
        return element.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, name);
    }

    private static boolean isExtension(String namespace) {
        return CAMUNDA.equals(namespace) || ACTIVITI.equals(namespace);
    }
}
