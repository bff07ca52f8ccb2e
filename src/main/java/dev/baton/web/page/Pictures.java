package dev.baton.web.page;

import dev.baton.history.Counts;
import dev.baton.history.Flows;
import dev.baton.history.Path;
import dev.baton.history.RunPart;
import dev.baton.history.RunState;
import dev.baton.history.Step;
import dev.baton.procedure.Procedures;
import dev.baton.procedure.picture.Marks;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Draws the way that a run took. */
@Component
final class Pictures {

    private final Procedures procedures;
    private final Flows flows;

    Pictures(Procedures procedures, Flows flows) {
        this.procedures = procedures;
        this.flows = flows;
    }

    /** The diagram as SVG; empty when the version was deleted. */
    String of(RunPart part) {
        Path path = Path.of(part, flows.of(part.definition()));
        Map<String, Set<String>> classes = new HashMap<>();
        path.elements().forEach((element, state) -> classes.put(element, Set.of(style(state))));
        path.flows().forEach(flow -> classes.put(flow, Set.of("taken")));
        Map<String, String> badges = new HashMap<>();
        for (Step step : part.steps()) {
            Counts counts = step.counts();
            if (counts != null) {
                badges.put(step.activity(), counts.done() + "/" + counts.total());
            }
        }
        return procedures.picture(part.definition(), new Marks(classes, badges)).orElse("");
    }

    private static String style(RunState state) {
        return switch (state) {
            case RUNNING -> "active";
            case WAITING -> "waiting";
            case COMPLETED -> "done";
            case FAILED -> "failed";
            case CANCELLED -> "cancelled";
        };
    }
}
