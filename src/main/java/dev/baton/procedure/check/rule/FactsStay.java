package dev.baton.procedure.check.rule;

import dev.baton.engine.task.RunFacts;
import dev.baton.procedure.check.Force;
import dev.baton.procedure.check.Report;
import dev.baton.procedure.check.Rule;
import dev.baton.procedure.check.Subject;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/** A task asks for an answer; what the run was started with is shown, and stays as it is. */
@Component
final class FactsStay implements Rule {

    @Override
    public String name() {
        return "task-form-inputs";
    }

    @Override
    public Force force() {
        return Force.PROTECTS;
    }

    @Override
    public void check(Subject subject, Report report) {
        Set<String> facts = RunFacts.of(ShownForms.ofStart(subject));
        for (Element task : subject.diagram().all("userTask")) {
            Set<String> written = new TreeSet<>(ShownForms.of(subject, task).inputs());
            written.retainAll(facts);
            for (String key : written) {
                report.fault(
                        task,
                        "its form asks for " + key + ", which is settled when the run begins",
                        "Make the field read-only, or give it another key");
            }
        }
    }
}
