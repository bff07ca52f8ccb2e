package dev.baton.procedure;

import dev.baton.layout.Box;
import dev.baton.layout.Point;
import dev.baton.testing.ShippedProcedures;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;

/** What a diagram looks like, read from its BPMN DI. */
record Picture(
        BpmnModelInstance model, Map<String, Box> shapes, Map<String, List<Point>> lines, Map<String, Box> names) {

    static Picture of(Path file) {
        Picture picture = new Picture(
                Bpmn.readModelFromFile(file.toFile()),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>());
        picture.model.getModelElementsByType(BpmnShape.class).forEach(picture::add);
        picture.model.getModelElementsByType(BpmnEdge.class).forEach(picture::add);
        return picture;
    }

    List<FlowNode> nodes() {
        return new ArrayList<>(model.getModelElementsByType(FlowNode.class));
    }

    List<SequenceFlow> flows() {
        return new ArrayList<>(model.getModelElementsByType(SequenceFlow.class));
    }

    static List<Path> files() {
        return ShippedProcedures.diagrams();
    }

    private void add(BpmnShape shape) {
        String id = shape.getBpmnElement().getId();
        shapes.put(id, box(shape.getBounds()));
        name(id, shape.getBpmnLabel());
    }

    private void add(BpmnEdge edge) {
        String id = edge.getBpmnElement().getId();
        lines.put(
                id,
                edge.getWaypoints().stream()
                        .map(point -> new Point(point.getX(), point.getY()))
                        .toList());
        name(id, edge.getBpmnLabel());
    }

    private void name(String id, BpmnLabel label) {
        if (label != null && label.getBounds() != null) {
            names.put(id, box(label.getBounds()));
        }
    }

    private static Box box(Bounds bounds) {
        return new Box(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
    }
}
