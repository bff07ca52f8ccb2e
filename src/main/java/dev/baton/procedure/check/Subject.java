package dev.baton.procedure.check;

import dev.baton.procedure.source.Bundle;
import dev.baton.procedure.source.Diagram;
import java.util.Set;
import org.w3c.dom.Element;

/**
 * The procedure that a rule looks at.
 *
 * @param procedures keys of the procedures that are there or come with it
 */
public record Subject(Bundle bundle, Diagram diagram, Set<String> procedures) {

    public Subject {
        procedures = Set.copyOf(procedures);
    }

    /** The id of the element, or of the nearest one around it that has an id. */
    public static String idOf(Element element) {
        for (Element at = element; ; at = (Element) at.getParentNode()) {
            if (at.hasAttribute("id")) {
                return at.getAttribute("id");
            }
            if (!(at.getParentNode() instanceof Element)) {
                return "";
            }
        }
    }
}
