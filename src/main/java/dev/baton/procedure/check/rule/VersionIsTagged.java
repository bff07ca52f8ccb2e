package dev.baton.procedure.check.rule;

import dev.baton.procedure.check.Force;
import dev.baton.procedure.check.Report;
import dev.baton.procedure.check.Rule;
import dev.baton.procedure.check.Subject;
import dev.baton.procedure.source.Diagram;
import org.springframework.stereotype.Component;

/** People know versions by their tag. */
@Component
final class VersionIsTagged implements Rule {

    @Override
    public String name() {
        return "version-tag";
    }

    @Override
    public Force force() {
        return Force.HOUSE;
    }

    @Override
    public void check(Subject subject, Report report) {
        subject.diagram().process().ifPresent(process -> {
            String tag = Diagram.camunda(process, "versionTag");
            if (!tag.matches("\\d+\\.\\d+\\.\\d+")) {
                report.fault(
                        process,
                        "camunda:versionTag is " + (tag.isEmpty() ? "missing" : tag),
                        "Write a semantic version such as 1.0.0, and raise it with every change of the flow");
            }
        });
    }
}
