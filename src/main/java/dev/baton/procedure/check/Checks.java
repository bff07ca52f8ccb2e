package dev.baton.procedure.check;

import dev.baton.procedure.check.Violation.Weight;
import dev.baton.procedure.source.Bundle;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Holds a procedure against all rules. */
@Service
public final class Checks {

    private final List<Rule> rules;

    public Checks(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /**
     * Everything that is wrong, what refuses first; only that it cannot be read, when it cannot.
     *
     * @param procedures keys of the procedures that are there or come with it
     */
    public List<Violation> check(Bundle bundle, Origin origin, Set<String> procedures) {
        return bundle.diagram()
                .map(diagram -> new Subject(bundle, diagram, procedures))
                .map(subject -> rules.stream()
                        .flatMap(rule -> apply(rule, subject, origin))
                        .distinct()
                        .sorted(Comparator.comparing(Violation::weight))
                        .toList())
                .orElseGet(() -> List.of(unreadable(bundle)));
    }

    private static Stream<Violation> apply(Rule rule, Subject subject, Origin origin) {
        Report report = new Report(
                subject.bundle().file().name(), rule.name(), rule.force().weight(origin));
        rule.check(subject, report);
        return report.violations().stream();
    }

    private static Violation unreadable(Bundle bundle) {
        String fix = "Save the diagram with Camunda Modeler; a document type or an entity is never accepted";
        return new Violation(bundle.file().name(), "", "readable-xml", bundle.fault(), fix, Weight.ERROR);
    }
}
