package dev.baton.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The way that a run took through its diagram.
 *
 * @param elements the latest state of every element that was reached, by element id
 * @param flows ids of the sequence flows that were taken
 */
public record Path(Map<String, RunState> elements, Set<String> flows) {

    public Path {
        elements = Map.copyOf(elements);
        flows = Set.copyOf(flows);
    }

    /** A sequence flow of the diagram. */
    public record Flow(String id, String source, String target) {}

    /**
     * Follows the steps through the flows. The engine's history does not keep flows: a step was reached from the nearest step
     * before it that has a flow to it; a gateway that joins was reached from all of them.
     */
    public static Path of(RunPart part, List<Flow> flows) {
        Map<String, RunState> elements = new HashMap<>();
        Set<String> taken = new LinkedHashSet<>();
        // What is going on now says more than what once ended.
        Set<String> open = new HashSet<>();
        List<String> before = new ArrayList<>();
        for (Step step : part.steps()) {
            boolean goesOn = step.endedAt() == null;
            if (goesOn || !open.contains(step.activity())) {
                elements.put(step.activity(), step.state());
            }
            if (goesOn) {
                open.add(step.activity());
            }
            List<Flow> incoming = flows.stream()
                    .filter(flow -> flow.target().equals(step.activity()) && before.contains(flow.source()))
                    .toList();
            if (step.kind().equals("parallelGateway") || step.kind().equals("inclusiveGateway")) {
                incoming.forEach(flow -> taken.add(flow.id()));
            } else {
                incoming.stream()
                        .max((a, b) -> Integer.compare(before.lastIndexOf(a.source()), before.lastIndexOf(b.source())))
                        .ifPresent(flow -> taken.add(flow.id()));
            }
            before.add(step.activity());
        }
        part.incidents().forEach(incident -> elements.put(incident.activity(), RunState.FAILED));
        return new Path(elements, taken);
    }
}
