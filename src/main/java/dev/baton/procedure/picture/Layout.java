package dev.baton.procedure.picture;

import dev.baton.procedure.source.Diagram;
import dev.baton.procedure.source.Xml;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** What a diagram says about its picture. */
record Layout(List<Shape> shapes, List<Edge> edges) {

    private static final String DI = "http://www.omg.org/spec/BPMN/20100524/DI";
    private static final String DC = "http://www.omg.org/spec/DD/20100524/DC";
    private static final Set<String> LOOPS = Set.of("multiInstanceLoopCharacteristics", "standardLoopCharacteristics");

    Layout {
        shapes = shapes.stream().sorted(Comparator.comparing(Shape::layer)).toList();
        edges = List.copyOf(edges);
    }

    /** The first picture of a diagram; the further ones show collapsed sub processes. */
    static Layout of(Diagram diagram) {
        List<Shape> shapes = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        Element picture = Xml.child(diagram.root(), DI, "BPMNDiagram");
        Element plane = picture == null ? null : Xml.child(picture, DI, "BPMNPlane");
        if (plane != null) {
            for (Element drawn : Xml.children(plane)) {
                String reference = drawn.getAttribute("bpmnElement");
                diagram.byId(reference.substring(reference.indexOf(':') + 1)).ifPresent(element -> {
                    if (Xml.is(drawn, DI, "BPMNShape")) {
                        shape(drawn, element).ifPresent(shapes::add);
                    } else if (Xml.is(drawn, DI, "BPMNEdge")) {
                        edge(diagram, drawn, element).ifPresent(edges::add);
                    }
                });
            }
        }
        return new Layout(shapes, edges);
    }

    /** The area of everything drawn. */
    Bounds bounds() {
        List<Bounds> all = new ArrayList<>();
        for (Shape shape : shapes) {
            all.add(shape.bounds());
            if (shape.label() != null) {
                all.add(shape.label());
            }
        }
        for (Edge edge : edges) {
            edge.points().forEach(point -> all.add(new Bounds(point.x(), point.y(), 0, 0)));
            if (edge.label() != null) {
                all.add(edge.label());
            }
        }
        return all.stream().reduce(Bounds::union).orElse(new Bounds(0, 0, 200, 60));
    }

    private static Optional<Shape> shape(Element drawn, Element element) {
        Element bounds = Xml.child(drawn, DC, "Bounds");
        if (bounds == null) {
            return Optional.empty();
        }
        return Optional.of(new Shape(
                element.getAttribute("id"),
                element.getLocalName(),
                name(element),
                bounds(bounds),
                label(drawn),
                !"false".equals(drawn.getAttribute("isExpanded")),
                flags(element),
                event(element)));
    }

    private static Optional<Edge> edge(Diagram diagram, Element drawn, Element element) {
        List<Point> points = Xml.children(drawn).stream()
                .filter(child -> "waypoint".equals(child.getLocalName()))
                .map(point -> new Point(number(point, "x"), number(point, "y")))
                .toList();
        if (points.size() < 2) {
            return Optional.empty();
        }
        String id = element.getAttribute("id");
        Optional<Element> source = diagram.byId(element.getAttribute("sourceRef"));
        boolean gateway =
                source.map(one -> one.getLocalName().endsWith("Gateway")).orElse(false);
        return Optional.of(new Edge(
                id,
                element.getLocalName(),
                name(element),
                points,
                label(drawn),
                source.map(one -> one.getAttribute("default").equals(id)).orElse(false),
                !gateway && Xml.child(element, Diagram.BPMN, "conditionExpression") != null));
    }

    private static String name(Element element) {
        Element text = Xml.child(element, Diagram.BPMN, "text");
        return text == null
                ? element.getAttribute("name")
                : text.getTextContent().strip();
    }

    private static Set<String> flags(Element element) {
        Set<String> flags = new HashSet<>();
        String interrupting = element.hasAttribute("cancelActivity") ? "cancelActivity" : "isInterrupting";
        if (!"false".equals(element.getAttribute(interrupting))) {
            flags.add("interrupting");
        }
        if ("true".equals(element.getAttribute("triggeredByEvent"))) {
            flags.add("event");
        }
        for (Element child : Xml.children(element)) {
            if (LOOPS.contains(child.getLocalName())) {
                boolean sequential = "true".equals(child.getAttribute("isSequential"));
                boolean many = child.getLocalName().startsWith("multi");
                flags.add(many ? (sequential ? "sequential" : "parallel") : "loop");
            }
        }
        return Set.copyOf(flags);
    }

    private static String event(Element element) {
        return Xml.children(element).stream()
                .map(child -> String.valueOf(child.getLocalName()))
                .filter(name -> name.endsWith("EventDefinition"))
                .map(name -> name.substring(0, name.length() - "EventDefinition".length()))
                .findFirst()
                .orElse("");
    }

    private static @Nullable Bounds label(Element drawn) {
        Element label = Xml.child(drawn, DI, "BPMNLabel");
        Element bounds = label == null ? null : Xml.child(label, DC, "Bounds");
        return bounds == null ? null : bounds(bounds);
    }

    private static Bounds bounds(Element element) {
        return new Bounds(
                number(element, "x"),
                number(element, "y"),
                Math.max(0, number(element, "width")),
                Math.max(0, number(element, "height")));
    }

    /** What is no number, or no sensible one, becomes 0: a picture is never a reason to fail. */
    private static double number(Element element, String attribute) {
        try {
            double number = Double.parseDouble(element.getAttribute(attribute));
            return Math.abs(number) < 1_000_000 ? number : 0;
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
