package dev.baton.layout;

import dev.baton.testing.ShippedProcedures;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;

/**
 * Writes the picture of every diagram that has a placement table beside the tests. A diagram that a person saved with Camunda
 * Modeler is theirs: it is left as it is.
 */
public final class LayoutTool {

    private static final String DIAGRAM = "  <bpmndi:BPMNDiagram";
    private static final String END = "</bpmn:definitions>";

    private LayoutTool() {}

    public static void main(String[] arguments) throws IOException {
        for (Path file : ShippedProcedures.diagrams()) {
            Optional<String> drawn = draw(file);
            if (drawn.isPresent()) {
                Files.writeString(file, drawn.get());
            }
        }
    }

    /** The file with a fresh picture; empty when it has no placement table or belongs to a person. */
    static Optional<String> draw(Path file) throws IOException {
        String text = Files.readString(file);
        Path table = ShippedProcedures.placement(file);
        if (!Files.exists(table) || text.contains("exporter=\"Camunda Modeler\"")) {
            return Optional.empty();
        }
        String semantics = text.contains(DIAGRAM) ? text.substring(0, text.indexOf(DIAGRAM)) : text.replace(END, "");
        semantics = semantics.stripTrailing() + "\n";
        BpmnModelInstance model =
                Bpmn.readModelFromStream(new ByteArrayInputStream((semantics + END).getBytes(StandardCharsets.UTF_8)));
        return Optional.of(semantics + DiagramText.of(model, Placement.parse(Files.readAllLines(table))) + END + "\n");
    }
}
