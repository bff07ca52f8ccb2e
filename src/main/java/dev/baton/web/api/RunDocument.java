package dev.baton.web.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.baton.history.Run;
import dev.baton.history.RunPart;
import dev.baton.history.RunPart.Incident;
import dev.baton.history.Step;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A run in full: what lists show, its steps with those of called procedures, its incidents and called procedures. */
record RunDocument(
        @JsonUnwrapped Run run,
        @Nullable String parent,
        List<Step> steps,
        List<Incident> incidents,
        List<RunPart> children) {

    static RunDocument of(Run run, RunPart tree) {
        List<Step> steps = tree.all()
                .flatMap(part -> part.steps().stream())
                .sorted(Comparator.comparing(Step::startedAt))
                .toList();
        return new RunDocument(run, tree.parent(), steps, tree.incidents(), tree.children());
    }
}
