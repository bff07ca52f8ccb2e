package dev.baton.delegates.targets;

import dev.baton.action.ActionProblem;
import dev.baton.action.Delegate;
import dev.baton.action.Inputs;
import dev.baton.action.ProcessVariable;
import dev.baton.action.TargetSets;
import dev.baton.action.TargetSets.TargetSet;
import java.util.List;
import java.util.Map;
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
        outputs = {"batch", "batchSize", "batchNumber", "moreBatches"})
class NextBatch implements JavaDelegate {

    private static final ProcessVariable<String> TARGETS = new ProcessVariable<>("targets", String.class);
    private static final ProcessVariable<String> BATCHES = new ProcessVariable<>("batches", String.class);
    private static final ProcessVariable<String> BATCH = new ProcessVariable<>("batch", String.class);
    private static final ProcessVariable<Integer> BATCH_SIZE = new ProcessVariable<>("batchSize", Integer.class);
    private static final ProcessVariable<Integer> BATCH_NUMBER = new ProcessVariable<>("batchNumber", Integer.class);
    private static final ProcessVariable<Boolean> MORE_BATCHES = new ProcessVariable<>("moreBatches", Boolean.class);

    private static final TargetSet NOTHING_LEFT = new TargetSet("", List.of());

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
                            BATCHES.name(), BATCHES.in(execution).orElse("")));
            offer(
                    execution,
                    sets.nextBatch(execution.getProcessInstanceId(), inputs.targets(), inputs.batches())
                            .orElse(NOTHING_LEFT));
        } catch (ActionProblem problem) {
            throw new BpmnError(problem.problem().name(), problem.reason(), problem);
        }
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
