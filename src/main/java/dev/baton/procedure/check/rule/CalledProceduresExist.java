package dev.baton.procedure.check.rule;

import dev.baton.procedure.check.Force;
import dev.baton.procedure.check.Report;
import dev.baton.procedure.check.Rule;
import dev.baton.procedure.check.Subject;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/** Called procedures are there; they may also come later. */
@Component
final class CalledProceduresExist implements Rule {

    @Override
    public String name() {
        return "called-procedure";
    }

    @Override
    public Force force() {
        return Force.ADVICE;
    }

    @Override
    public void check(Subject subject, Report report) {
        for (Element call : subject.diagram().all("callActivity")) {
            String called = call.getAttribute("calledElement");
            if (called.matches("[A-Za-z][A-Za-z0-9_-]*")
                    && !subject.procedures().contains(called)) {
                report.fault(call, "there is no procedure " + called, "Deploy it before this one is started");
            }
        }
    }
}
