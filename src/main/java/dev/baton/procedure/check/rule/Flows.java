package dev.baton.procedure.check.rule;

import dev.baton.procedure.source.Diagram;
import dev.baton.procedure.source.Xml;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.w3c.dom.Element;

/** Where a token can go; in doubt, it can. */
final class Flows {

    private final Diagram diagram;
    private final List<Element> flows;
    private final List<Element> boundaryEvents;

    Flows(Diagram diagram) {
        this.diagram = diagram;
        this.flows = diagram.all("sequenceFlow");
        this.boundaryEvents = diagram.all("boundaryEvent");
    }

    List<Element> from(Element node) {
        return flows.stream()
                .filter(flow -> flow.getAttribute("sourceRef").equals(node.getAttribute("id")))
                .toList();
    }

    List<Element> boundaryEventsOf(Element activity) {
        return boundaryEvents.stream()
                .filter(event -> event.getAttribute("attachedToRef").equals(activity.getAttribute("id")))
                .toList();
    }

    /** The sub processes and the process around an element, the nearest first. */
    static List<Element> scopes(Element element) {
        List<Element> scopes = new ArrayList<>();
        Element at = element;
        while (at.getParentNode() instanceof Element parent) {
            if (parent.getLocalName().matches("subProcess|process")) {
                scopes.add(parent);
            }
            at = parent;
        }
        return scopes;
    }

    /** The start events of the event sub processes in a scope. */
    static List<Element> eventStarts(Element scope) {
        return Xml.children(scope, Diagram.BPMN, "subProcess").stream()
                .filter(sub -> sub.getAttribute("triggeredByEvent").equals("true"))
                .flatMap(sub -> Xml.children(sub, Diagram.BPMN, "startEvent").stream())
                .toList();
    }

    static boolean isDefault(Diagram diagram, Element flow) {
        return diagram.byId(flow.getAttribute("sourceRef"))
                .map(source -> source.getAttribute("default").equals(flow.getAttribute("id")))
                .orElse(false);
    }

    /** The nodes that a token can reach from these over flows that let it pass; it goes no further than a stop. */
    List<Element> reach(List<Element> starts, Predicate<Element> passes, Predicate<Element> stops) {
        Set<Element> seen = new HashSet<>(starts);
        Deque<Element> open = new ArrayDeque<>(starts);
        List<Element> reached = new ArrayList<>();
        while (!open.isEmpty()) {
            Element node = open.pop();
            reached.add(node);
            for (Element next : next(node, passes)) {
                if (!stops.test(next) && seen.add(next)) {
                    open.push(next);
                }
            }
        }
        return reached;
    }

    private List<Element> next(Element node, Predicate<Element> passes) {
        List<Element> next = new ArrayList<>(targets(node, passes));
        next.addAll(boundaryEventsOf(node));
        switch (node.getLocalName()) {
            case "subProcess" -> next.addAll(Xml.children(node, Diagram.BPMN, "startEvent"));
            case "endEvent" ->
                scopes(node).stream()
                        .filter(scope -> scope.getLocalName().equals("subProcess"))
                        .forEach(sub -> {
                            next.addAll(targets(sub, passes));
                            next.addAll(boundaryEventsOf(sub));
                        });
            case "intermediateThrowEvent" ->
                diagram.all("intermediateCatchEvent").stream()
                        .filter(event -> !link(event).isEmpty() && link(event).equals(link(node)))
                        .forEach(next::add);
            default -> {}
        }
        return next;
    }

    private List<Element> targets(Element node, Predicate<Element> passes) {
        return from(node).stream()
                .filter(passes)
                .flatMap(flow -> diagram.byId(flow.getAttribute("targetRef")).stream())
                .toList();
    }

    private static String link(Element event) {
        Element definition = Xml.child(event, Diagram.BPMN, "linkEventDefinition");
        return definition == null ? "" : definition.getAttribute("name");
    }
}
