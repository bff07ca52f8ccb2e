package dev.baton.delegates.trust;

import dev.baton.action.ActionProblem;
import dev.baton.action.Delegate;
import dev.baton.action.HostKeys;
import dev.baton.action.Inputs;
import dev.baton.action.ProcessVariable;
import java.util.Map;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Pins a changed host key, or refuses it, as the review of this run decided. Reaches no device. */
@Component("settleHostKey")
@Delegate(
        name = "Settle host key",
        description = "Does what the review of the host key decided, by the record of decisions: pins the new key, or"
                + " leaves the device refused.",
        inputs = SettleHostKeyInputs.class,
        outputs = "keyPinned")
class SettleHostKey implements JavaDelegate {

    private static final ProcessVariable<String> CHANGE = new ProcessVariable<>("hostKeyChange", String.class);
    private static final ProcessVariable<Boolean> KEY_PINNED = new ProcessVariable<>("keyPinned", Boolean.class);

    private final HostKeys keys;

    SettleHostKey(HostKeys keys) {
        this.keys = keys;
    }

    @Override
    public void execute(DelegateExecution execution) {
        SettleHostKeyInputs inputs = Inputs.bind(
                SettleHostKeyInputs.class,
                Map.of(CHANGE.name(), CHANGE.in(execution).orElse("")));
        try {
            // Not the variable "run", which a diagram could set to a run that somebody approved.
            KEY_PINNED.offer(execution, keys.settle(inputs.hostKeyChange(), execution.getProcessBusinessKey()));
        } catch (ActionProblem problem) {
            throw new BpmnError(problem.problem().name(), problem.reason(), problem);
        }
    }
}
