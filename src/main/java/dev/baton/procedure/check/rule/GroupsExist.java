package dev.baton.procedure.check.rule;

import dev.baton.procedure.check.Force;
import dev.baton.procedure.check.KnownGroups;
import dev.baton.procedure.check.Report;
import dev.baton.procedure.check.Rule;
import dev.baton.procedure.check.Subject;
import dev.baton.procedure.source.Diagram;
import java.util.SortedSet;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/** Tasks go to groups that exist: nobody would see the others. */
@Component
final class GroupsExist implements Rule {

    private final KnownGroups known;

    GroupsExist(KnownGroups known) {
        this.known = known;
    }

    @Override
    public String name() {
        return "known-group";
    }

    @Override
    public Force force() {
        return Force.PROTECTS;
    }

    @Override
    public void check(Subject subject, Report report) {
        SortedSet<String> groups = known.names();
        for (Element element : subject.diagram().elements()) {
            for (String group : Diagram.groups(element)) {
                if (!groups.contains(group)) {
                    report.fault(
                            element,
                            "there is no group " + group,
                            "Use one of " + String.join(", ", groups) + ", or put somebody into that group first");
                }
            }
        }
    }
}
