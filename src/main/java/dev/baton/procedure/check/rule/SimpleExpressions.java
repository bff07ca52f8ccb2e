package dev.baton.procedure.check.rule;

import dev.baton.procedure.check.Force;
import dev.baton.procedure.check.Report;
import dev.baton.procedure.check.Rule;
import dev.baton.procedure.check.Subject;
import dev.baton.procedure.source.Xml;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;

/** Expressions read variables and compare them; they call nothing. */
@Component
final class SimpleExpressions implements Rule {

    @Override
    public String name() {
        return "simple-expression";
    }

    @Override
    public Force force() {
        return Force.PROTECTS;
    }

    private static final String FIX = "Use variables, their properties and operators; what needs code is a delegate";

    /** Names and documentation too: the engine evaluates those of tasks. */
    @Override
    public void check(Subject subject, Report report) {
        for (Element element : subject.diagram().elements()) {
            NamedNodeMap attributes = element.getAttributes();
            for (int i = 0; i < attributes.getLength(); i++) {
                check(element, attributes.item(i).getNodeValue(), report);
            }
            if (Xml.children(element).isEmpty()) {
                check(element, element.getTextContent(), report);
            }
        }
    }

    private static void check(Element element, String text, Report report) {
        for (String expression : Expressions.in(text)) {
            Expressions.fault(expression)
                    .ifPresent(why -> report.fault(element, "the expression " + expression + ": " + why, FIX));
        }
    }
}
