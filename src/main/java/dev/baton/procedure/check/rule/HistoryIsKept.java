package dev.baton.procedure.check.rule;

import dev.baton.procedure.check.Force;
import dev.baton.procedure.check.Report;
import dev.baton.procedure.check.Rule;
import dev.baton.procedure.check.Subject;
import dev.baton.procedure.source.Diagram;
import org.springframework.stereotype.Component;

/** A procedure says how long its history is kept; the engine takes none without. */
@Component
final class HistoryIsKept implements Rule {

    @Override
    public String name() {
        return "history";
    }

    @Override
    public Force force() {
        return Force.PROTECTS;
    }

    @Override
    public void check(Subject subject, Report report) {
        subject.diagram().process().ifPresent(process -> {
            String days = Diagram.camunda(process, "historyTimeToLive");
            if (!days.matches("P?[1-9][0-9]{0,4}D?")) {
                report.fault(
                        process,
                        "camunda:historyTimeToLive is " + (days.isEmpty() ? "missing" : days),
                        "Write for how many days history is kept, e.g. P365D");
            }
        });
    }
}
