package dev.baton.procedure.deploy;

import dev.baton.procedure.check.Violation;
import dev.baton.procedure.check.Violation.Weight;
import dev.baton.procedure.source.SourceFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gives files that people send the names that they have, or would have, in the repository. */
final class Placement {

    private static final String SAFE =
            "(?:[A-Za-z0-9][A-Za-z0-9_-]*/){0,6}[A-Za-z0-9][A-Za-z0-9_-]{0,99}\\.(bpmn|dmn|form)";

    private final Map<String, String> places = new LinkedHashMap<>();
    private final Map<String, SourceFile> placed = new LinkedHashMap<>();

    Placement(Collection<SourceFile> known) {
        known.forEach(file -> places.put(last(file.name()), file.name()));
    }

    /** Places the files; what cannot be placed is a violation. */
    List<Violation> place(List<SourceFile> sent) {
        List<Violation> violations = new ArrayList<>();
        if (sent.isEmpty()) {
            violations.add(violation("", "file-name", "no file was sent", "Send a .bpmn file"));
        }
        for (SourceFile file : sent) {
            if (!file.name().matches(SAFE)) {
                violations.add(violation(
                        file.name(),
                        "file-name",
                        "the name of the file is not one of a procedure, a decision or a form",
                        "Use letters, digits and hyphens, and the ending .bpmn, .dmn or .form"));
                continue;
            }
            String name = places.getOrDefault(last(file.name()), fresh(file));
            if (placed.put(name, new SourceFile(name, file.content())) != null) {
                violations.add(violation(file.name(), "file-name", "the file was sent twice", "Send it once"));
            }
        }
        return violations;
    }

    Collection<SourceFile> placed() {
        return placed.values();
    }

    static Violation unused(SourceFile file) {
        return violation(
                file.name(),
                "unused-file",
                "no procedure names this file",
                "Name it by camunda:formRef or camunda:decisionRef, or leave it out");
    }

    private static String fresh(SourceFile file) {
        if (file.isForm()) {
            return "forms/" + last(file.name());
        }
        String folder = file.folder().equals("orchestration") || !file.text().contains("delegateExpression")
                ? "orchestration"
                : "management";
        return "processes/" + folder + "/" + last(file.name());
    }

    static String last(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    private static Violation violation(String file, String rule, String message, String fix) {
        return new Violation(file, "", rule, message, fix, Weight.ERROR);
    }
}
