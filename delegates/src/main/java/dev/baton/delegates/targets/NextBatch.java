package dev.baton.delegates.targets;

import dev.baton.action.ActionProblem;
import dev.baton.action.Delegate;
import dev.baton.action.Inputs;
import dev.baton.action.ProcessVariable;
import dev.baton.action.TargetSets;
import dev.baton.action.TargetSets.TargetSet;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Takes the next devices of a target set, for a diagram that works batch by batch. Reaches no device. */
@Component("nextBatch")
@Delegate(
        name = "Take next batch",
        description = "Takes the next devices of a target set, never two of one redundancy group together; says when"
                + " none is left.",
        inputs = NextBatchInputs.class,
        outputs = {
            "batch",
            "batchSize",
            "batchNumber",
            "moreBatches",
            "laterCount",
            "laterDevices",
            "doneCount",
            "doneDevices",
            "leftOutDevices"
        })
class NextBatch implements JavaDelegate {

    private static final ProcessVariable<String> TARGETS = new ProcessVariable<>("targets", String.class);
    private static final ProcessVariable<String> BATCHES = new ProcessVariable<>("batches", String.class);
    private static final ProcessVariable<String> BATCH = new ProcessVariable<>("batch", String.class);
    private static final ProcessVariable<Integer> BATCH_SIZE = new ProcessVariable<>("batchSize", Integer.class);
    private static final ProcessVariable<Integer> BATCH_NUMBER = new ProcessVariable<>("batchNumber", Integer.class);
    private static final ProcessVariable<Boolean> MORE_BATCHES = new ProcessVariable<>("moreBatches", Boolean.class);

    private static final ProcessVariable<String> LEFT_OUT = new ProcessVariable<>("leftOutTargets", String.class);
    private static final ProcessVariable<Integer> LATER_COUNT = new ProcessVariable<>("laterCount", Integer.class);
    private static final ProcessVariable<String> LATER_DEVICES = new ProcessVariable<>("laterDevices", String.class);
    private static final ProcessVariable<Integer> DONE_COUNT = new ProcessVariable<>("doneCount", Integer.class);
    private static final ProcessVariable<String> DONE_DEVICES = new ProcessVariable<>("doneDevices", String.class);
    private static final ProcessVariable<String> LEFT_OUT_DEVICES =
            new ProcessVariable<>("leftOutDevices", String.class);

    private static final TargetSet NOTHING_LEFT = set(List.of());

    private final TargetSets sets;

    NextBatch(TargetSets sets) {
        this.sets = sets;
    }

    @Override
    public void execute(DelegateExecution execution) {
        try {
            NextBatchInputs inputs = Inputs.bind(
                    NextBatchInputs.class,
                    Map.of(
                            TARGETS.name(), TARGETS.in(execution).orElse(""),
                            BATCHES.name(), BATCHES.in(execution).orElse(""),
                            LEFT_OUT.name(), LEFT_OUT.in(execution).orElse("")));
            String run = execution.getProcessInstanceId();
            List<String> before = sets.taken(run, inputs.targets());
            TargetSet batch =
                    sets.nextBatch(run, inputs.targets(), inputs.batches()).orElse(NOTHING_LEFT);
            offer(execution, batch);
            offerOthers(execution, inputs, before, batch);
        } catch (ActionProblem problem) {
            throw new BpmnError(problem.problem().name(), problem.reason(), problem);
        }
    }

    /** Says which devices of the whole set are through, were given up, or wait for a later batch. */
    private void offerOthers(
            DelegateExecution execution, NextBatchInputs inputs, List<String> before, TargetSet batch) {
        Set<String> leftOut = new LinkedHashSet<>();
        inputs.leftOutSets().forEach(set -> leftOut.addAll(sets.get(set).devices()));
        Set<String> later = new LinkedHashSet<>(sets.get(inputs.targets()).devices());
        before.forEach(later::remove);
        batch.devices().forEach(later::remove);
        List<String> done =
                before.stream().filter(device -> !leftOut.contains(device)).toList();
        LATER_COUNT.offer(execution, later.size());
        LATER_DEVICES.offer(execution, set(later).names());
        DONE_COUNT.offer(execution, done.size());
        DONE_DEVICES.offer(execution, set(done).names());
        LEFT_OUT_DEVICES.offer(execution, set(leftOut).names());
    }

    private static TargetSet set(Collection<String> devices) {
        return new TargetSet("", List.copyOf(devices));
    }

    private static void offer(DelegateExecution execution, TargetSet batch) {
        boolean more = !batch.devices().isEmpty();
        int number = BATCH_NUMBER.in(execution).orElse(0);
        BATCH.offer(execution, batch.id());
        BATCH_SIZE.offer(execution, batch.devices().size());
        BATCH_NUMBER.offer(execution, more ? number + 1 : number);
        MORE_BATCHES.offer(execution, more);
    }
}
