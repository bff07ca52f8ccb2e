package dev.baton.procedure.check.rule;

import dev.baton.procedure.check.Force;
import dev.baton.procedure.check.Report;
import dev.baton.procedure.check.Rule;
import dev.baton.procedure.check.Subject;
import dev.baton.procedure.source.Diagram;
import dev.baton.procedure.source.Form;
import dev.baton.procedure.source.SourceFile;
import dev.baton.procedure.source.UnreadableFileException;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/** Forms exist, and Tasklist can show them. */
@Component
final class FormsFit implements Rule {

    @Override
    public String name() {
        return "form";
    }

    @Override
    public Force force() {
        return Force.PROTECTS;
    }

    /** What the form viewer inside Tasklist 7.24 shows and can complete. */
    private static final Set<String> COMPONENTS = Set.of(("textfield textarea number datetime checkbox radio select"
                    + " checklist taglist text html image button spacer separator group table expression")
            .split(" "));

    private static final int NEWEST_SCHEMA = 16;

    @Override
    public void check(Subject subject, Report report) {
        Set<String> ids = new HashSet<>();
        for (SourceFile file : subject.bundle().forms()) {
            try {
                Form form = Form.parse(file);
                ids.add(form.id());
                check(file, form, report);
            } catch (UnreadableFileException e) {
                ids.add(file.baseName());
                report.fault(file.name(), "", String.valueOf(e.getMessage()), "Save the form with Camunda Modeler");
            }
        }
        for (Element element : subject.diagram().elements()) {
            String reference = Diagram.camunda(element, "formRef");
            if (!reference.isEmpty() && !ids.contains(reference)) {
                report.fault(
                        element, "there is no form " + reference, "Add forms/" + reference + ".form, or name another");
            }
        }
    }

    private static void check(SourceFile file, Form form, Report report) {
        if (form.schemaVersion() > NEWEST_SCHEMA) {
            report.fault(
                    file.name(),
                    "",
                    "the form has schema version " + form.schemaVersion() + "; Tasklist reads up to " + NEWEST_SCHEMA,
                    "Set the execution platform to Camunda 7.24 and save again");
        }
        for (Form.Component component : form.components()) {
            if (!COMPONENTS.contains(component.type())) {
                report.fault(
                        file.name(),
                        component.id(),
                        "Tasklist cannot show a component of type " + component.type(),
                        component.type().equals("dynamiclist") ? "Show the list as a table" : "Use another component");
            }
        }
    }
}
