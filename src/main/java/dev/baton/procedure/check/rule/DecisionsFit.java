package dev.baton.procedure.check.rule;

import dev.baton.procedure.check.Force;
import dev.baton.procedure.check.Report;
import dev.baton.procedure.check.Rule;
import dev.baton.procedure.check.Subject;
import dev.baton.procedure.source.Decision;
import dev.baton.procedure.source.Diagram;
import dev.baton.procedure.source.SourceFile;
import dev.baton.procedure.source.UnreadableFileException;
import dev.baton.procedure.source.Xml;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/** Decisions exist and are written in FEEL. */
@Component
final class DecisionsFit implements Rule {

    @Override
    public String name() {
        return "decision";
    }

    @Override
    public Force force() {
        return Force.PROTECTS;
    }

    @Override
    public void check(Subject subject, Report report) {
        Set<String> ids = new HashSet<>();
        for (SourceFile file : subject.bundle().decisions()) {
            try {
                ids.addAll(Decision.parse(file));
                check(file, report);
            } catch (UnreadableFileException e) {
                ids.add(file.baseName());
                report.fault(file.name(), "", String.valueOf(e.getMessage()), "Save the decision with Camunda Modeler");
            }
        }
        for (Element task : subject.diagram().all("businessRuleTask")) {
            String reference = Diagram.camunda(task, "decisionRef");
            if (!reference.isEmpty() && !ids.contains(reference)) {
                report.fault(task, "there is no decision " + reference, "Add " + reference + ".dmn beside the diagram");
            } else if (reference.isEmpty() && Diagram.bean(task).isEmpty()) {
                report.fault(task, "the business rule task names no decision", "Set camunda:decisionRef");
            }
        }
        checkAsked(subject, ids, report);
    }

    private static void checkAsked(Subject subject, Set<String> ids, Report report) {
        for (Element task : subject.diagram().all("serviceTask")) {
            String asked = Diagram.askedDecision(task);
            if (!asked.isEmpty() && !ids.contains(asked)) {
                report.fault(task, "there is no decision " + asked, "Add " + asked + ".dmn beside the diagram");
            }
        }
    }

    private static void check(SourceFile file, Report report) throws UnreadableFileException {
        Element root = Xml.parse(file.content()).getDocumentElement();
        checkLanguage(file, root, report);
        for (Element element : Xml.descendants(root)) {
            checkLanguage(file, element, report);
            boolean code =
                    Xml.children(element).isEmpty() && element.getTextContent().matches("(?s).*\\bexternal\\b.*\\{.*");
            if (code) {
                report.fault(
                        file.name(),
                        Subject.idOf(element),
                        "an external function runs code",
                        "Use the functions that FEEL has");
            }
        }
    }

    private static void checkLanguage(SourceFile file, Element element, Report report) {
        String language = element.getAttribute("expressionLanguage");
        if (!language.isEmpty() && !language.toLowerCase(Locale.ROOT).contains("feel")) {
            report.fault(
                    file.name(),
                    Subject.idOf(element),
                    "the expression language " + language + " is not allowed",
                    "Write the expression in FEEL");
        }
    }
}
