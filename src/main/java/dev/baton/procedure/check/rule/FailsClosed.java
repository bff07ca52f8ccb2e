package dev.baton.procedure.check.rule;

import dev.baton.engine.Role;
import dev.baton.engine.task.Approvals;
import dev.baton.procedure.check.Force;
import dev.baton.procedure.check.KnownDelegate;
import dev.baton.procedure.check.KnownDelegates;
import dev.baton.procedure.check.Report;
import dev.baton.procedure.check.Rule;
import dev.baton.procedure.check.Subject;
import dev.baton.procedure.source.Diagram;
import dev.baton.procedure.source.Xml;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/**
 * After an approval, devices are changed on an explicit yes only: not on a default flow, not after an error or a timer, not
 * when something is merely not a no.
 */
@Component
final class FailsClosed implements Rule {

    private static final Pattern VAGUE = Pattern.compile("!|\\|\\||\\?|\\b(not|or|ne|false|empty)\\b");

    private final KnownDelegates delegates;

    FailsClosed(KnownDelegates delegates) {
        this.delegates = delegates;
    }

    @Override
    public String name() {
        return "fail-closed-approval";
    }

    @Override
    public Force force() {
        return Force.PROTECTS;
    }

    @Override
    public void check(Subject subject, Report report) {
        Flows flows = new Flows(subject.diagram());
        for (Element task : subject.diagram().all("userTask")) {
            if (isApproval(subject, task)) {
                checkDeciders(task, report);
                check(subject, flows, task, report);
            }
        }
    }

    private void check(Subject subject, Flows flows, Element approval, Report report) {
        Set<String> answers = answers(subject, approval);
        List<Element> starts = new ArrayList<>(List.of(approval));
        for (Element scope : Flows.scopes(approval)) {
            starts.addAll(flows.boundaryEventsOf(scope));
            starts.addAll(Flows.eventStarts(scope));
        }
        flows
                .reach(starts, flow -> !isYes(subject.diagram(), flow, answers), next -> isApproval(subject, next))
                .stream()
                .filter(this::mayChangeDevices)
                .forEach(step -> report.fault(
                        step,
                        "devices may be changed without a yes from " + approval.getAttribute("id"),
                        "Lead here only over a flow whose condition is a yes of that task, such as ${approved}, and let"
                                + " defaults, errors and timers end elsewhere"));
    }

    /** A group beside the change approvers would decide without being one of them. */
    private static void checkDeciders(Element approval, Report report) {
        List<String> groups = Diagram.groups(approval);
        if (groups.isEmpty()) {
            report.fault(
                    approval, "the approval names no group that decides it", "Write camunda:candidateGroups=\"..\"");
        }
        for (Role role : Role.values()) {
            if (role != Role.CHANGE_APPROVERS
                    && groups.contains(Role.CHANGE_APPROVERS.group())
                    && groups.contains(role.group())) {
                report.fault(
                        approval,
                        role.group() + " could decide this approval without being change approvers",
                        "Leave " + role.group() + " out of camunda:candidateGroups");
            }
        }
    }

    private static boolean isApproval(Subject subject, Element task) {
        return task.getLocalName().equals("userTask")
                && Approvals.isApproval(Diagram.groups(task), () -> ShownForms.of(subject, task));
    }

    /** A called procedure may do anything. */
    private boolean mayChangeDevices(Element step) {
        return step.getLocalName().equals("callActivity")
                || delegates
                        .find(Diagram.bean(step))
                        .map(KnownDelegate::changesDevices)
                        .orElse(false);
    }

    private static boolean isYes(Diagram diagram, Element flow, Set<String> answers) {
        Element condition = Xml.child(flow, Diagram.BPMN, "conditionExpression");
        if (condition == null || Flows.isDefault(diagram, flow)) {
            return false;
        }
        String text = condition.getTextContent().strip();
        boolean single = text.matches("[$#]\\{[^{}]*}") && !VAGUE.matcher(text).find();
        return single && answers.stream().anyMatch(answer -> saysYes(text, answer));
    }

    private static boolean saysYes(String condition, String variable) {
        String yes = "\\b" + Pattern.quote(variable)
                + "\\b\\s*(?:(==|eq)\\s*(true\\b|'approve'|\"approve\")|(?=\\}|&&|and\\b))";
        return Pattern.compile("(?<![.\\w'\"])" + yes).matcher(condition).find();
    }

    /** The variables that the task sets: its output parameters, else the fields of its form. */
    private static Set<String> answers(Subject subject, Element approval) {
        Set<String> answers = new HashSet<>();
        for (Element element : Xml.descendants(approval)) {
            if (Xml.is(element, Diagram.CAMUNDA, "outputParameter")) {
                answers.add(element.getAttribute("name"));
            }
        }
        answers.addAll(ShownForms.of(subject, approval).inputs());
        return answers;
    }
}
