package dev.baton.procedure.source;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** A parsed BPMN diagram, seen as elements; it promises well-formed XML and nothing more. */
public final class Diagram {

    public static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    public static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    private final Element root;
    private final List<Element> elements;
    private final Map<String, Element> byId = new LinkedHashMap<>();

    private Diagram(Element root) {
        this.root = root;
        this.elements = Xml.descendants(root);
        for (Element element : elements) {
            if (BPMN.equals(element.getNamespaceURI()) && element.hasAttribute("id")) {
                byId.putIfAbsent(element.getAttribute("id"), element);
            }
        }
    }

    /** The diagram in these bytes. @throws UnreadableFileException when they are not BPMN */
    public static Diagram parse(byte[] bytes) throws UnreadableFileException {
        Element root = Xml.parse(bytes).getDocumentElement();
        if (!Xml.is(root, BPMN, "definitions")) {
            throw new UnreadableFileException(
                    "the root is <" + root.getNodeName() + ">, not <definitions> of BPMN 2.0");
        }
        return new Diagram(root);
    }

    public Element root() {
        return root;
    }

    /** Every element below the root, in document order, of every namespace. */
    public List<Element> elements() {
        return elements;
    }

    /** The elements of BPMN with this name. */
    public List<Element> all(String name) {
        return elements.stream().filter(element -> Xml.is(element, BPMN, name)).toList();
    }

    public List<Element> processes() {
        return Xml.children(root, BPMN, "process");
    }

    /** The first process; a procedure has exactly one. */
    public Optional<Element> process() {
        return processes().stream().findFirst();
    }

    public Optional<Element> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Ids of the forms that its tasks and start events show. */
    public Set<String> formRefs() {
        return camundaValues("formRef");
    }

    /** Ids of the decisions that its business rule tasks ask, and those that its delegates ask about each thing they saw. */
    public Set<String> decisionRefs() {
        Set<String> refs = camundaValues("decisionRef");
        refs.addAll(values(all("serviceTask").stream().map(Diagram::askedDecision)));
        return refs;
    }

    /** The decision that the delegate of a task asks, by its input {@code decision}; empty when it asks none. */
    public static String askedDecision(Element task) {
        return Xml.descendants(task).stream()
                .filter(element -> Xml.is(element, CAMUNDA, "inputParameter")
                        && element.getAttribute("name").equals("decision"))
                .map(element -> element.getTextContent().strip())
                .findFirst()
                .orElse("");
    }

    /** Keys of the procedures that it calls. */
    public Set<String> calledProcedures() {
        return values(all("callActivity").stream().map(element -> element.getAttribute("calledElement")));
    }

    /** The documentation of an element, empty when it has none. */
    public static String documentation(Element element) {
        Element documentation = Xml.child(element, BPMN, "documentation");
        return documentation == null ? "" : documentation.getTextContent().strip();
    }

    /** The value of a Camunda attribute, empty when it is absent. */
    public static String camunda(Element element, String attribute) {
        return element.getAttributeNS(CAMUNDA, attribute);
    }

    /** The bean that a delegate expression names, e.g. {@code reboot} for <code>${reboot}</code>; empty when it names none. */
    public static String bean(Element element) {
        String expression = camunda(element, "delegateExpression").strip();
        return expression.matches("[$#]\\{\\s*[A-Za-z][A-Za-z0-9]*\\s*}")
                ? expression.substring(2, expression.length() - 1).strip()
                : "";
    }

    /** The groups whose members may do a task. */
    public static List<String> groups(Element task) {
        return Stream.of(camunda(task, "candidateGroups").split(","))
                .map(String::strip)
                .filter(group -> !group.isEmpty())
                .toList();
    }

    private Set<String> camundaValues(String attribute) {
        return values(elements.stream().map(element -> camunda(element, attribute)));
    }

    private static Set<String> values(Stream<String> values) {
        return values.filter(value -> !value.isBlank()).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
