package dev.baton.procedure.check.rule;

import dev.baton.procedure.check.Force;
import dev.baton.procedure.check.Report;
import dev.baton.procedure.check.Rule;
import dev.baton.procedure.check.Subject;
import java.util.List;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/** One file is one procedure, and both have one name. */
@Component
final class OneProcedure implements Rule {

    @Override
    public String name() {
        return "one-procedure";
    }

    @Override
    public Force force() {
        return Force.PROTECTS;
    }

    @Override
    public void check(Subject subject, Report report) {
        List<Element> processes = subject.diagram().processes();
        if (processes.size() != 1) {
            report.fault(
                    "the file has " + processes.size() + " processes",
                    "Keep exactly one process in a file; call others by a call activity");
            return;
        }
        Element process = processes.get(0);
        if (!process.getAttribute("isExecutable").equals("true")) {
            report.fault(process, "the process is not executable", "Tick Executable in the properties of the process");
        }
        String key = process.getAttribute("id");
        if (!key.equals(subject.bundle().key())) {
            report.fault(
                    process,
                    "the process has the id " + key + " and the file is named "
                            + subject.bundle().key(),
                    "Give the process the id " + subject.bundle().key() + ", or rename the file");
        }
        if (!key.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
            report.fault(process, "the id " + key + " is not kebab-case", "Use small letters, digits and hyphens");
        }
    }
}
