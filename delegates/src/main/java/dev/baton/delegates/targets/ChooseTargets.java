package dev.baton.delegates.targets;

import dev.baton.action.ActionProblem;
import dev.baton.action.Delegate;
import dev.baton.action.Inputs;
import dev.baton.action.ProcessVariable;
import dev.baton.action.TargetSets;
import dev.baton.action.TargetSets.TargetSet;
import java.util.Map;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Freezes the devices that a run acts on. Reaches no device. */
@Component("chooseTargets")
@Delegate(
        name = "Choose targets",
        description = "Freezes the devices that the query selects now, so that the whole run acts on the same ones.",
        inputs = ChooseTargetsInputs.class,
        outputs = {"targets", "targetCount"})
class ChooseTargets implements JavaDelegate {

    private static final ProcessVariable<String> QUERY = new ProcessVariable<>("query", String.class);
    private static final ProcessVariable<String> TARGETS = new ProcessVariable<>("targets", String.class);
    private static final ProcessVariable<Integer> TARGET_COUNT = new ProcessVariable<>("targetCount", Integer.class);

    private final TargetSets sets;

    ChooseTargets(TargetSets sets) {
        this.sets = sets;
    }

    @Override
    public void execute(DelegateExecution execution) {
        try {
            TargetSet chosen = chosen(execution);
            TARGETS.offer(execution, chosen.id());
            TARGET_COUNT.offer(execution, chosen.devices().size());
        } catch (ActionProblem problem) {
            throw new BpmnError(problem.problem().name(), problem.reason(), problem);
        }
    }

    private TargetSet chosen(DelegateExecution execution) {
        ChooseTargetsInputs inputs = Inputs.bind(
                ChooseTargetsInputs.class,
                Map.of(
                        QUERY.name(), QUERY.in(execution).orElse(""),
                        TARGETS.name(), TARGETS.in(execution).orElse("")));
        return inputs.targets() == null
                ? sets.choose(execution.getProcessInstanceId(), inputs.query() == null ? "" : inputs.query())
                : sets.get(inputs.targets());
    }
}
