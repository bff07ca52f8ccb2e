package dev.baton.delegates.finding;

import dev.baton.action.ActionProblem;
import dev.baton.action.Delegate;
import dev.baton.action.Finding;
import dev.baton.action.Findings;
import dev.baton.action.Inputs;
import dev.baton.action.ProcessVariable;
import dev.baton.action.TargetSets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records a finding for every device of a target set. Reaches no device; recording it again renews it. */
@Component("recordFinding")
@Delegate(
        name = "Record finding",
        description = "Opens a finding for every device of a target set, or renews the one that is open.",
        inputs = RecordFindingInputs.class,
        outputs = "findingCount")
class RecordFinding implements JavaDelegate {

    private static final ProcessVariable<String> RUN = new ProcessVariable<>("run", String.class);
    private static final ProcessVariable<String> TARGETS = new ProcessVariable<>("targets", String.class);
    private static final ProcessVariable<String> KIND = new ProcessVariable<>("kind", String.class);
    private static final ProcessVariable<String> SEVERITY = new ProcessVariable<>("severity", String.class);
    private static final ProcessVariable<String> MESSAGE = new ProcessVariable<>("message", String.class);
    private static final ProcessVariable<String> REASONS = new ProcessVariable<>("reasons", String.class);
    private static final ProcessVariable<Integer> FINDING_COUNT = new ProcessVariable<>("findingCount", Integer.class);

    private final TargetSets sets;
    private final Findings findings;

    RecordFinding(TargetSets sets, Findings findings) {
        this.sets = sets;
        this.findings = findings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        try {
            FINDING_COUNT.offer(execution, record(run(execution), inputs(execution)));
        } catch (ActionProblem problem) {
            throw new BpmnError(problem.problem().name(), problem.reason(), problem);
        }
    }

    private int record(String run, RecordFindingInputs inputs) {
        if (inputs.targets() == null) {
            return 0;
        }
        var devices = sets.get(inputs.targets()).devices();
        Reasons reasons = Reasons.of(inputs.reasons());
        devices.forEach(device -> findings.report(
                run,
                new Finding(
                        device,
                        inputs.kind(),
                        null,
                        inputs.severity(),
                        reasons.from(device)
                                .map(reason -> inputs.message() + " " + reason)
                                .orElse(inputs.message()))));
        return devices.size();
    }

    private static RecordFindingInputs inputs(DelegateExecution execution) {
        Map<String, String> given = Stream.of(TARGETS, KIND, SEVERITY, MESSAGE, REASONS)
                .collect(Collectors.toMap(
                        ProcessVariable::name,
                        variable -> variable.in(execution).orElse("")));
        return Inputs.bind(RecordFindingInputs.class, given);
    }

    private static String run(DelegateExecution execution) {
        return RUN.in(execution).orElseGet(execution::getProcessInstanceId);
    }
}
