package dev.baton.procedure.check.rule;

import dev.baton.procedure.check.Force;
import dev.baton.procedure.check.Report;
import dev.baton.procedure.check.Rule;
import dev.baton.procedure.check.Subject;
import dev.baton.procedure.source.Diagram;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/** Every step can be seen: what is not in the picture is not reviewed. */
@Component
final class IsPictured implements Rule {

    @Override
    public String name() {
        return "picture";
    }

    @Override
    public Force force() {
        return Force.HOUSE;
    }

    @Override
    public void check(Subject subject, Report report) {
        Set<String> pictured = subject.diagram().elements().stream()
                .filter(element -> element.hasAttribute("bpmnElement"))
                .map(element -> element.getAttribute("bpmnElement"))
                .collect(Collectors.toSet());
        for (Element element : subject.diagram().elements()) {
            boolean drawable = Diagram.BPMN.equals(element.getNamespaceURI())
                    && element.getLocalName()
                            .matches("(?i)sequenceFlow|callActivity|subProcess|.*(task|event|gateway)");
            if (drawable && !pictured.contains(element.getAttribute("id"))) {
                report.fault(element, "the element is not in the picture", "Open the diagram in Camunda Modeler");
            }
        }
    }
}
