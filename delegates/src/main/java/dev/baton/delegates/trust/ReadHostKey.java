package dev.baton.delegates.trust;

import dev.baton.action.ActionProblem;
import dev.baton.action.ChangedHostKey;
import dev.baton.action.Delegate;
import dev.baton.action.HostKeys;
import dev.baton.action.Inputs;
import dev.baton.action.Problem;
import dev.baton.action.ProcessVariable;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Looks up the changed host key of a device that waits for a decision. Reaches no device. */
@Component("readHostKey")
@Delegate(
        name = "Read changed host key",
        description = "Looks up the host key that a device showed instead of the trusted one, if a person may decide"
                + " about it.",
        inputs = ReadHostKeyInputs.class,
        outputs = {"hostKeyChange", "expectedKey", "offeredKey", "keyType", "trustedBy", "metBy", "metAt"})
class ReadHostKey implements JavaDelegate {

    private static final ProcessVariable<String> DEVICE = new ProcessVariable<>("device", String.class);

    private final HostKeys keys;

    ReadHostKey(HostKeys keys) {
        this.keys = keys;
    }

    @Override
    public void execute(DelegateExecution execution) {
        try {
            offered(execution)
                    .forEach((name, value) -> new ProcessVariable<>(name, String.class).offer(execution, value));
        } catch (ActionProblem problem) {
            throw new BpmnError(problem.problem().name(), problem.reason(), problem);
        }
    }

    private Map<String, String> offered(DelegateExecution execution) {
        String device = Inputs.bind(
                        ReadHostKeyInputs.class,
                        Map.of(DEVICE.name(), DEVICE.in(execution).orElse("")))
                .device();
        ChangedHostKey key = keys.undecided(device)
                .orElseThrow(() -> Problem.NO_TARGETS.because(device + " has no changed host key to decide about"));
        return Map.of(
                "hostKeyChange", key.id(),
                "expectedKey", key.expected(),
                "offeredKey", key.offered(),
                "keyType", key.keyType(),
                "trustedBy", key.source(),
                "metBy", key.metBy(),
                "metAt", key.metAt().truncatedTo(ChronoUnit.SECONDS).toString());
    }
}
