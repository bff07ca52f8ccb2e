package dev.baton.procedure.check.rule;

import dev.baton.action.Problem;
import dev.baton.procedure.check.Force;
import dev.baton.procedure.check.Report;
import dev.baton.procedure.check.Rule;
import dev.baton.procedure.check.Subject;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/** Error codes are those that the platform raises: a mistyped one would never be caught. */
@Component
final class ErrorsExist implements Rule {

    @Override
    public String name() {
        return "known-error";
    }

    @Override
    public Force force() {
        return Force.PROTECTS;
    }

    private static final Set<String> CODES =
            Arrays.stream(Problem.values()).map(Problem::name).collect(Collectors.toUnmodifiableSet());

    @Override
    public void check(Subject subject, Report report) {
        List<Element> errors = subject.diagram().all("error");
        for (Element error : errors) {
            String code = error.getAttribute("errorCode");
            if (!CODES.contains(code)) {
                report.fault(
                        error,
                        "the error code " + code + " is not known",
                        "Use one of "
                                + String.join(", ", CODES.stream().sorted().toList()));
            }
        }
    }
}
