package dev.baton.procedure.deploy;

import dev.baton.procedure.check.Violation;
import dev.baton.procedure.check.Violation.Weight;
import dev.baton.procedure.source.Bundle;
import java.util.List;

/** Two files of one name would take turns in being the running version. */
final class Doubles {

    private Doubles() {}

    /** What is wrong with a bundle when another one has its key. */
    static List<Violation> of(Bundle bundle, List<Bundle> all) {
        return all.stream()
                .filter(other -> other.key().equals(bundle.key()))
                .filter(other -> !other.file().name().equals(bundle.file().name()))
                .map(other -> new Violation(
                        bundle.file().name(),
                        "",
                        "one-file",
                        other.file().name() + " is the same procedure",
                        "Keep one of the two files",
                        Weight.ERROR))
                .toList();
    }
}
