package dev.baton.procedure.check;

import dev.baton.procedure.check.Violation.Weight;
import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;

/** Collects what one rule finds in one procedure. */
public final class Report {

    private final String diagram;
    private final String rule;
    private final Weight weight;
    private final List<Violation> violations = new ArrayList<>();

    Report(String diagram, String rule, Weight weight) {
        this.diagram = diagram;
        this.rule = rule;
        this.weight = weight;
    }

    public void fault(Element element, String message, String fix) {
        fault(diagram, Subject.idOf(element), message, fix);
    }

    /** About the diagram as a whole. */
    public void fault(String message, String fix) {
        fault(diagram, "", message, fix);
    }

    public void fault(String file, String element, String message, String fix) {
        violations.add(new Violation(file, element, rule, message, fix, weight));
    }

    List<Violation> violations() {
        return violations;
    }
}
