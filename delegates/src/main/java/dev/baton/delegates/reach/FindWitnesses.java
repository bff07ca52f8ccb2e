package dev.baton.delegates.reach;

import dev.baton.action.ActionProblem;
import dev.baton.action.Delegate;
import dev.baton.action.Inputs;
import dev.baton.action.ProcessVariable;
import dev.baton.action.Relations;
import dev.baton.action.TargetSets;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Finds who may know more of a host: what it is connected to, and its controller. Reaches no device. */
@Component("findWitnesses")
@Delegate(
        name = "Find witnesses",
        description =
                "Finds the devices that a host depends on, and the controller with the tag bmc-of-NAME, by the inventory.",
        inputs = FindWitnessesInputs.class,
        outputs = {"neighbourTargets", "neighboursKnown", "controllerTargets", "controllerKnown"})
class FindWitnesses implements JavaDelegate {

    private static final ProcessVariable<String> TARGETS = new ProcessVariable<>("targets", String.class);

    private final TargetSets sets;
    private final Relations relations;

    FindWitnesses(TargetSets sets, Relations relations) {
        this.sets = sets;
        this.relations = relations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        try {
            String set = Inputs.bind(
                            FindWitnessesInputs.class,
                            Map.of(TARGETS.name(), TARGETS.in(execution).orElse("")))
                    .targets();
            List<String> hosts = sets.get(set).devices();
            offer(
                    execution,
                    "neighbourTargets",
                    "neighboursKnown",
                    hosts.stream()
                            .flatMap(host -> relations.dependsOn(host).stream())
                            .distinct()
                            .toList());
            offer(
                    execution,
                    "controllerTargets",
                    "controllerKnown",
                    hosts.stream()
                            .flatMap(host -> relations.controllerOf(host).stream())
                            .toList());
        } catch (ActionProblem problem) {
            throw new BpmnError(problem.problem().name(), problem.reason(), problem);
        }
    }

    private void offer(DelegateExecution execution, String set, String known, List<String> devices) {
        String id = devices.isEmpty()
                ? ""
                : sets.freeze(execution.getProcessInstanceId(), devices).id();
        new ProcessVariable<>(set, String.class).offer(execution, id);
        new ProcessVariable<>(known, Boolean.class).offer(execution, !devices.isEmpty());
    }
}
