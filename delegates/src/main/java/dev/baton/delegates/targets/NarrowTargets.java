package dev.baton.delegates.targets;

import dev.baton.action.ActionProblem;
import dev.baton.action.Delegate;
import dev.baton.action.Inputs;
import dev.baton.action.Problem;
import dev.baton.action.ProcessVariable;
import dev.baton.action.TargetSets;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps those devices of a target set that a query selects too; there may be none. Reaches no device. */
@Component("narrowTargets")
@Delegate(
        name = "Narrow targets",
        description = "Of a target set, keeps the devices that a query selects too, e.g. those with a tag.",
        inputs = NarrowTargetsInputs.class,
        outputs = {"narrowedTargets", "narrowedCount"})
class NarrowTargets implements JavaDelegate {

    private static final ProcessVariable<String> TARGETS = new ProcessVariable<>("targets", String.class);
    private static final ProcessVariable<String> ONLY = new ProcessVariable<>("only", String.class);
    private static final ProcessVariable<String> NARROWED = new ProcessVariable<>("narrowedTargets", String.class);
    private static final ProcessVariable<Integer> COUNT = new ProcessVariable<>("narrowedCount", Integer.class);

    private final TargetSets sets;

    NarrowTargets(TargetSets sets) {
        this.sets = sets;
    }

    @Override
    public void execute(DelegateExecution execution) {
        try {
            NarrowTargetsInputs inputs = Inputs.bind(
                    NarrowTargetsInputs.class,
                    Map.of(
                            TARGETS.name(), TARGETS.in(execution).orElse(""),
                            ONLY.name(), ONLY.in(execution).orElse("")));
            String run = execution.getProcessInstanceId();
            List<String> selected = selected(run, inputs.only());
            List<String> kept = sets.get(inputs.targets()).devices().stream()
                    .filter(selected::contains)
                    .toList();
            NARROWED.offer(
                    execution, kept.isEmpty() ? "" : sets.freeze(run, kept).id());
            COUNT.offer(execution, kept.size());
        } catch (ActionProblem problem) {
            throw new BpmnError(problem.problem().name(), problem.reason(), problem);
        }
    }

    private List<String> selected(String run, String query) {
        try {
            return sets.choose(run, query).devices();
        } catch (ActionProblem none) {
            if (none.problem() == Problem.NO_TARGETS) {
                return List.of();
            }
            throw none;
        }
    }
}
