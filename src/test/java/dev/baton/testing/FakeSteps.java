package dev.baton.testing;

import dev.baton.action.Problem;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Stands for the step delegates: a query selects what the test says, and batches are taken one device at a time. */
final class FakeSteps {

    private final Map<String, Integer> taken = new ConcurrentHashMap<>();
    private List<String> selected = List.of("web1", "web2");

    void select(List<String> devices) {
        selected = List.copyOf(devices);
    }

    Map<Object, Object> beans() {
        return Map.of(
                "chooseTargets", (JavaDelegate) this::chooseTargets,
                "nextBatch", (JavaDelegate) this::nextBatch,
                "recordFinding", (JavaDelegate) this::recordFinding);
    }

    private void chooseTargets(DelegateExecution step) {
        Object given = step.getVariable("targets");
        if (selected.isEmpty() && given == null) {
            throw new BpmnError(Problem.NO_TARGETS.name(), "no device matches '" + step.getVariable("query") + "'");
        }
        step.setVariableLocal("targets", given == null ? "all" : given);
        step.setVariableLocal("targetCount", selected.size());
    }

    private void nextBatch(DelegateExecution step) {
        int number = taken.merge(step.getProcessInstanceId(), 1, Integer::sum);
        boolean more = number <= selected.size();
        step.setVariableLocal("batch", more ? "batch" + number : "");
        step.setVariableLocal("batchSize", more ? 1 : 0);
        step.setVariableLocal("batchNumber", number);
        step.setVariableLocal("moreBatches", more);
    }

    private void recordFinding(DelegateExecution step) {
        step.setVariable("findingOf", step.getVariable("targets"));
    }
}
