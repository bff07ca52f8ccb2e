package dev.baton.procedure.check.rule;

import dev.baton.procedure.check.Force;
import dev.baton.procedure.check.Report;
import dev.baton.procedure.check.Rule;
import dev.baton.procedure.check.Subject;
import dev.baton.procedure.source.Diagram;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/** Tasks go to groups that exist: nobody would see the others. */
@Component
final class GroupsExist implements Rule {

    @Override
    public String name() {
        return "known-group";
    }

    @Override
    public Force force() {
        return Force.PROTECTS;
    }

    private static final Set<String> GROUPS =
            Set.of("operators", "changeApprovers", "procedureOwners", "auditors", "administrators");

    @Override
    public void check(Subject subject, Report report) {
        for (Element element : subject.diagram().elements()) {
            for (String group : Diagram.groups(element)) {
                if (!GROUPS.contains(group)) {
                    report.fault(
                            element,
                            "there is no group " + group,
                            "Use one of "
                                    + String.join(", ", GROUPS.stream().sorted().toList()));
                }
            }
        }
    }
}
