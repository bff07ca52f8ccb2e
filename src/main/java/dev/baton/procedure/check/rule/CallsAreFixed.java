package dev.baton.procedure.check.rule;

import dev.baton.procedure.check.Force;
import dev.baton.procedure.check.Report;
import dev.baton.procedure.check.Rule;
import dev.baton.procedure.check.Subject;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/** Who is called is written in the diagram, not in a variable. */
@Component
final class CallsAreFixed implements Rule {

    @Override
    public String name() {
        return "fixed-call";
    }

    @Override
    public Force force() {
        return Force.PROTECTS;
    }

    @Override
    public void check(Subject subject, Report report) {
        for (Element call : subject.diagram().all("callActivity")) {
            String called = call.getAttribute("calledElement");
            if (!called.matches("[A-Za-z][A-Za-z0-9_-]*")) {
                report.fault(
                        call,
                        "the call names no procedure: \"" + called + "\"",
                        "Write the key of the called procedure");
            }
        }
    }
}
