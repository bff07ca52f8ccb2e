package dev.baton.delegates.approval;

import dev.baton.action.Delegate;
import dev.baton.action.Problem;
import dev.baton.action.ProcessVariable;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Ends a procedure that nobody approved: start forms have no field for it, so only a calling procedure can hand it over. */
@Component("requireApproval")
@Delegate(
        name = "Require approval",
        description = "Goes on only where the variable approved is true, which a calling procedure hands over after its"
                + " own approval. A run that somebody starts by itself ends with NOT_APPROVED.",
        inputs = RequireApprovalInputs.class)
class RequireApproval implements JavaDelegate {

    private static final ProcessVariable<Boolean> APPROVED = new ProcessVariable<>("approved", Boolean.class);

    @Override
    public void execute(DelegateExecution execution) {
        if (!APPROVED.in(execution).orElse(false)) {
            throw new BpmnError(
                    Problem.NOT_APPROVED.name(),
                    "no calling procedure has handed an approval over, so nothing is done");
        }
    }
}
