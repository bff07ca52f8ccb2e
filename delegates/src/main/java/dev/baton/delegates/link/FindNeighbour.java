package dev.baton.delegates.link;

import dev.baton.action.ActionProblem;
import dev.baton.action.Delegate;
import dev.baton.action.Inputs;
import dev.baton.action.ProcessVariable;
import dev.baton.action.TargetSets;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the device of the inventory that a neighbour is. Reaches no device. */
@Component("findNeighbour")
@Delegate(
        name = "Find neighbour",
        description =
                "Looks for the device of the inventory that has the name which a neighbour gives itself, whole or without its"
                        + " domain.",
        inputs = FindNeighbourInputs.class,
        outputs = {"neighbourTargets", "neighbourKnown"})
class FindNeighbour implements JavaDelegate {

    private static final ProcessVariable<String> NEIGHBOUR = new ProcessVariable<>("neighbour", String.class);
    private static final ProcessVariable<String> TARGETS = new ProcessVariable<>("neighbourTargets", String.class);
    private static final ProcessVariable<Boolean> KNOWN = new ProcessVariable<>("neighbourKnown", Boolean.class);

    private final TargetSets sets;

    FindNeighbour(TargetSets sets) {
        this.sets = sets;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String neighbour = Inputs.bind(
                        FindNeighbourInputs.class,
                        Map.of(NEIGHBOUR.name(), NEIGHBOUR.in(execution).orElse("")))
                .neighbour();
        String found = "";
        for (String name : names(neighbour)) {
            found = found.isEmpty() ? targets(execution.getProcessInstanceId(), name) : found;
        }
        TARGETS.offer(execution, found);
        KNOWN.offer(execution, !found.isEmpty());
    }

    /** What a device says of itself is no query: only what can be a name is looked for. */
    private static Set<String> names(@Nullable String neighbour) {
        Set<String> names = new LinkedHashSet<>();
        if (neighbour != null && neighbour.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,252}")) {
            names.add(neighbour);
            names.add(neighbour.toLowerCase(Locale.ROOT));
            names.add(neighbour.toLowerCase(Locale.ROOT).split("\\.", 2)[0]);
        }
        return names;
    }

    private String targets(String run, String name) {
        try {
            return sets.choose(run, "name = " + name).id();
        } catch (ActionProblem notInTheInventory) {
            return "";
        }
    }
}
