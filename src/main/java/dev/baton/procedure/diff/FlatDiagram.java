package dev.baton.procedure.diff;

import dev.baton.procedure.source.Bundle;
import dev.baton.procedure.source.Diagram;
import dev.baton.procedure.source.Xml;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;

/** A diagram as sorted properties: the order of elements and the spelling of prefixes do not count. */
record FlatDiagram(Map<Property, String> properties, Map<Property, String> layout, Map<String, String> names) {

    private static final Set<String> DERIVED = Set.of("incoming", "outgoing", "flowNodeRef");
    private static final Set<String> PICTURED = Set.of("BPMNShape", "BPMNEdge");

    static FlatDiagram of(Bundle bundle) {
        FlatDiagram flat = new FlatDiagram(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
        bundle.diagram().ifPresent(flat::read);
        return flat;
    }

    private void read(Diagram diagram) {
        for (Element element : diagram.elements()) {
            if (PICTURED.contains(element.getLocalName())) {
                layout.put(new Property(element.getAttribute("bpmnElement"), "layout"), geometry(element));
            } else if (isElement(element)) {
                String id = element.getAttribute("id");
                names.put(id, element.getAttribute("name"));
                properties.put(new Property(id, "type"), element.getLocalName());
                attributes(id, "", element);
                content(id, "", element);
            }
        }
    }

    private static boolean isElement(Element element) {
        return Diagram.BPMN.equals(element.getNamespaceURI()) && element.hasAttribute("id");
    }

    private void content(String id, String path, Element parent) {
        for (Element child : Xml.children(parent)) {
            if (isElement(child) || DERIVED.contains(child.getLocalName())) {
                continue;
            }
            String step = (path + " " + label(child)).strip();
            attributes(id, step + " ", child);
            String text = Xml.children(child).isEmpty() ? child.getTextContent().strip() : "";
            if (!text.isEmpty()) {
                properties.merge(new Property(id, step), text, (one, two) -> one + "\n" + two);
            }
            content(id, step, child);
        }
    }

    private void attributes(String id, String prefix, Element element) {
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Attr attribute = (Attr) attributes.item(i);
            String name = attribute.getLocalName();
            boolean named = !prefix.isEmpty() && name.equals("name");
            if (name.equals("id") || named || "http://www.w3.org/2000/xmlns/".equals(attribute.getNamespaceURI())) {
                continue;
            }
            String full = Diagram.CAMUNDA.equals(attribute.getNamespaceURI()) ? "camunda:" + name : name;
            properties.merge(new Property(id, prefix + full), attribute.getValue(), (one, two) -> one + "\n" + two);
        }
    }

    /** Wrappers say nothing to people, names do. */
    private static String label(Element element) {
        return switch (element.getLocalName()) {
            case "extensionElements", "inputOutput", "properties" -> "";
            default ->
                element.hasAttribute("name")
                        ? element.getLocalName() + " " + element.getAttribute("name")
                        : element.getLocalName();
        };
    }

    private static String geometry(Element shape) {
        return Xml.descendants(shape).stream()
                .filter(element -> element.hasAttribute("x"))
                .map(element -> element.getLocalName() + " " + element.getAttribute("x") + ","
                        + element.getAttribute("y") + " " + element.getAttribute("width") + ","
                        + element.getAttribute("height"))
                .collect(Collectors.joining("; "));
    }
}
