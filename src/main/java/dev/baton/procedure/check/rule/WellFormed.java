package dev.baton.procedure.check.rule;

import dev.baton.procedure.check.Force;
import dev.baton.procedure.check.Report;
import dev.baton.procedure.check.Rule;
import dev.baton.procedure.check.Subject;
import java.io.ByteArrayInputStream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.xml.ModelException;
import org.springframework.stereotype.Component;

/** The file is BPMN 2.0 by its schema. */
@Component
final class WellFormed implements Rule {

    @Override
    public String name() {
        return "well-formed-bpmn";
    }

    @Override
    public Force force() {
        return Force.PROTECTS;
    }

    @Override
    public void check(Subject subject, Report report) {
        try {
            Bpmn.readModelFromStream(
                    new ByteArrayInputStream(subject.bundle().file().content()));
        } catch (ModelException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            report.fault(String.valueOf(cause.getMessage()), "Save the diagram with Camunda Modeler");
        }
    }
}
