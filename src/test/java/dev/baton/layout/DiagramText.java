package dev.baton.layout;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;

/** Writes the picture of a procedure as BPMN DI. */
final class DiagramText {

    private final BpmnModelInstance model;
    private final Placement placement;
    private final Map<String, Box> shapes;
    private final StringBuilder text = new StringBuilder();

    private DiagramText(BpmnModelInstance model, Placement placement) {
        this.model = model;
        this.placement = placement;
        this.shapes = Shapes.of(model, placement);
    }

    static String of(BpmnModelInstance model, Placement placement) {
        DiagramText diagram = new DiagramText(model, placement);
        diagram.write();
        return diagram.text.toString();
    }

    private void write() {
        Process process = model.getModelElementsByType(Process.class).iterator().next();
        String name = model.getDefinitions().getId().replace("Definitions_", "");
        line(2, "<bpmndi:BPMNDiagram id=\"BPMNDiagram_" + name + "\">");
        line(4, "<bpmndi:BPMNPlane id=\"BPMNPlane_" + name + "\" bpmnElement=\"" + process.getId() + "\">");
        byId(FlowNode.class).values().forEach(this::shape);
        byId(SequenceFlow.class).values().forEach(this::edge);
        line(4, "</bpmndi:BPMNPlane>");
        line(2, "</bpmndi:BPMNDiagram>");
    }

    /** In the order of the file. */
    private <T extends org.camunda.bpm.model.bpmn.instance.BaseElement> Map<String, T> byId(Class<T> type) {
        Map<String, T> elements = new LinkedHashMap<>();
        model.getModelElementsByType(type).forEach(element -> elements.put(element.getId(), element));
        return elements;
    }

    private void shape(FlowNode node) {
        String marks = node instanceof ExclusiveGateway
                ? " isMarkerVisible=\"true\""
                : node instanceof SubProcess ? " isExpanded=\"true\"" : "";
        line(6, "<bpmndi:BPMNShape id=\"" + node.getId() + "_di\" bpmnElement=\"" + node.getId() + "\"" + marks + ">");
        Box box = shapes.get(node.getId());
        bounds(8, box);
        if (node.getName() != null && !(node instanceof Activity)) {
            label(Names.ofNode(node, box, placement.labels().get(node.getId())));
        }
        line(6, "</bpmndi:BPMNShape>");
    }

    private void edge(SequenceFlow flow) {
        String id = flow.getId();
        List<Point> points = Router.lead(
                flow.getSource(),
                shapes.get(flow.getSource().getId()),
                shapes.get(flow.getTarget().getId()),
                placement.routes().get(id));
        line(6, "<bpmndi:BPMNEdge id=\"" + id + "_di\" bpmnElement=\"" + id + "\">");
        points.forEach(
                point -> line(8, "<di:waypoint x=\"" + number(point.x()) + "\" y=\"" + number(point.y()) + "\" />"));
        if (flow.getName() != null) {
            label(Names.ofFlow(flow.getName(), points, placement.labels().get(id)));
        }
        line(6, "</bpmndi:BPMNEdge>");
    }

    private void label(Box box) {
        line(8, "<bpmndi:BPMNLabel>");
        bounds(10, box);
        line(8, "</bpmndi:BPMNLabel>");
    }

    private void bounds(int indent, Box box) {
        line(
                indent,
                "<dc:Bounds x=\"" + number(box.x()) + "\" y=\"" + number(box.y()) + "\" width=\"" + number(box.width())
                        + "\" height=\"" + number(box.height()) + "\" />");
    }

    private void line(int indent, String content) {
        text.append(" ".repeat(indent)).append(content).append('\n');
    }

    private static String number(double value) {
        return String.valueOf(Math.round(value));
    }
}
