package dev.baton.procedure.check.rule;

import dev.baton.engine.CamundaExtensions;
import dev.baton.procedure.check.Force;
import dev.baton.procedure.check.Report;
import dev.baton.procedure.check.Rule;
import dev.baton.procedure.check.Subject;
import dev.baton.procedure.source.Diagram;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;

/** A diagram uses what is on the list; whatever could run code is not, and neither is what nobody thought of. */
@Component
final class AllowedElements implements Rule {

    @Override
    public String name() {
        return "allowed-elements";
    }

    @Override
    public Force force() {
        return Force.PROTECTS;
    }

    private static final Set<String> ELEMENTS = words("process documentation extensionElements incoming outgoing"
            + " sequenceFlow conditionExpression startEvent endEvent intermediateCatchEvent intermediateThrowEvent"
            + " boundaryEvent timerEventDefinition timeDate timeDuration timeCycle errorEventDefinition"
            + " messageEventDefinition escalationEventDefinition terminateEventDefinition linkEventDefinition"
            + " conditionalEventDefinition condition compensateEventDefinition error message escalation task serviceTask"
            + " userTask businessRuleTask callActivity manualTask receiveTask subProcess exclusiveGateway"
            + " parallelGateway inclusiveGateway eventBasedGateway multiInstanceLoopCharacteristics loopCardinality"
            + " completionCondition laneSet lane flowNodeRef childLaneSet collaboration participant messageFlow"
            + " textAnnotation text association group category categoryValue dataObject dataObjectReference"
            + " dataStoreReference");

    private static final Set<String> SCRIPTS =
            words("language scriptFormat expressionLanguage implementation operationRef");

    private static final Set<String> QUIET = Set.of(
            "http://www.w3.org/2000/xmlns/",
            "http://www.w3.org/XML/1998/namespace",
            "http://www.w3.org/2001/XMLSchema-instance",
            "http://camunda.org/schema/modeler/1.0",
            "http://bpmn.io/schema/bpmn/biocolor/1.0",
            "http://www.omg.org/spec/BPMN/non-normative/color/1.0");

    private static final Set<String> PICTURE = Set.of(
            "http://www.omg.org/spec/BPMN/20100524/DI",
            "http://www.omg.org/spec/DD/20100524/DC",
            "http://www.omg.org/spec/DD/20100524/DI");

    @Override
    public void check(Subject subject, Report report) {
        checkAttributes(subject.diagram().root(), report);
        for (Element element : subject.diagram().elements()) {
            String name = element.getLocalName();
            String namespace = String.valueOf(element.getNamespaceURI());
            boolean allowed = switch (namespace) {
                case Diagram.BPMN -> ELEMENTS.contains(name);
                case Diagram.CAMUNDA -> CamundaExtensions.allowsElement(name);
                default -> PICTURE.contains(namespace);
            };
            if (!allowed) {
                refuse(element, "<" + element.getNodeName() + "> of " + namespace, name, report);
            }
            checkAttributes(element, report);
        }
    }

    private static void checkAttributes(Element element, Report report) {
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Attr attribute = (Attr) attributes.item(i);
            String name = attribute.getLocalName();
            String namespace = attribute.getNamespaceURI();
            boolean allowed = namespace == null
                    ? !isScript(element, name, attribute.getValue())
                    : namespace.equals(Diagram.CAMUNDA) ? CamundaExtensions.allowsAttribute(name) : isQuiet(namespace);
            if (!allowed) {
                refuse(element, "the attribute " + attribute.getNodeName(), name, report);
            }
        }
    }

    private static boolean isScript(Element element, String name, String value) {
        // An unset implementation is written out by some tools.
        return SCRIPTS.contains(name) && !(name.equals("implementation") && value.equals("##unspecified"));
    }

    private static boolean isQuiet(String namespace) {
        return QUIET.contains(namespace) || PICTURE.contains(namespace);
    }

    private static void refuse(Element element, String what, String name, Report report) {
        report.fault(element, what + " is not allowed", fix(name));
    }

    private static String fix(String name) {
        return switch (name) {
            case "scriptTask" -> CamundaExtensions.instead("script");
            case "sendTask" -> "Use a service task with a delegate";
            default -> CamundaExtensions.instead(name);
        };
    }

    private static Set<String> words(String text) {
        return Set.of(text.split(" "));
    }
}
