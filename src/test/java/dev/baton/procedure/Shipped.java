package dev.baton.procedure;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.Documentation;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;

/** Reads what the conventions look at. */
final class Shipped {

    static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    private Shipped() {}

    static BpmnModelInstance read(Path file) {
        return Bpmn.readModelFromFile(file.toFile());
    }

    static Process procedure(BpmnModelInstance model) {
        return model.getModelElementsByType(Process.class).iterator().next();
    }

    static String documentation(BaseElement element) {
        return element.getDocumentations().stream()
                .map(Documentation::getTextContent)
                .collect(Collectors.joining());
    }

    static List<String> names(BpmnModelInstance model, Class<? extends FlowElement> type) {
        return model.getModelElementsByType(type).stream()
                .map(FlowElement::getName)
                .toList();
    }

    /** How many nodes a reader sees; a boundary event belongs to its host. */
    static long size(Collection<FlowElement> elements) {
        return elements.stream()
                .filter(FlowNode.class::isInstance)
                .filter(node -> !(node instanceof BoundaryEvent))
                .count();
    }

    /** The names of the files without their endings. */
    static Set<String> stems(List<Path> files) {
        return files.stream()
                .map(file -> file.getFileName().toString().replaceAll("\\.\\w+$", ""))
                .collect(Collectors.toSet());
    }
}
