package dev.baton.delegates.link;

import dev.baton.action.ActionProblem;
import dev.baton.action.Delegate;
import dev.baton.action.Finding;
import dev.baton.action.Findings;
import dev.baton.action.Inputs;
import dev.baton.action.ProcessVariable;
import dev.baton.action.Severity;
import dev.baton.action.TargetSets;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records why a link is down, or that it is up again. Reaches no device; recording it again renews it. */
@Component("recordLinkCause")
@Delegate(
        name = "Record link cause",
        description =
                "Opens the finding link-down-cause for a port with the evidence, or renews it; without a cause it resolves it.",
        inputs = RecordLinkCauseInputs.class)
class RecordLinkCause implements JavaDelegate {

    static final String KIND = "link-down-cause";
    private static final ProcessVariable<String> RUN = new ProcessVariable<>("run", String.class);

    private final TargetSets sets;
    private final Findings findings;

    RecordLinkCause(TargetSets sets, Findings findings) {
        this.sets = sets;
        this.findings = findings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Map<String, Object> given = new HashMap<>();
        for (String name : new String[] {"targets", "port", "cause", "confidence", "nextStep", "evidence"}) {
            new ProcessVariable<>(name, Object.class).in(execution).ifPresent(value -> given.put(name, value));
        }
        try {
            RecordLinkCauseInputs inputs = Inputs.bind(RecordLinkCauseInputs.class, given);
            String run = RUN.in(execution).orElseGet(execution::getProcessInstanceId);
            sets.get(inputs.targets()).devices().forEach(device -> record(run, device, inputs));
        } catch (ActionProblem problem) {
            throw new BpmnError(problem.problem().name(), problem.reason(), problem);
        }
    }

    private void record(String run, String device, RecordLinkCauseInputs inputs) {
        if (inputs.cause() == null) {
            findings.resolve(run, device, KIND, inputs.port());
            return;
        }
        String message = inputs.port() + ": " + inputs.cause() + " (" + inputs.confidence() + " %)."
                + (inputs.nextStep() == null ? "" : " " + inputs.nextStep());
        findings.report(run, new Finding(device, KIND, inputs.port(), Severity.WARNING, message, inputs.evidence()));
    }
}
