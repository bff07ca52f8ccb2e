package dev.baton.procedure;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.baton.procedure.check.KnownDelegate;
import dev.baton.procedure.deploy.DeployedVersion;
import dev.baton.procedure.source.Form;
import java.util.List;

/**
 * One version of a procedure, in full.
 *
 * @param versions all of them, the latest first
 * @param inputs the fields of the start event's form
 * @param delegates what it may do on devices and in the engine
 * @param groups who its tasks are for
 * @param forms ids
 * @param decisions ids
 * @param calls keys of the procedures that it calls
 */
public record ProcedureDetails(
        @JsonUnwrapped ProcedureSummary summary,
        List<DeployedVersion> versions,
        List<Step> steps,
        List<Form.Field> inputs,
        List<KnownDelegate> delegates,
        List<String> groups,
        List<String> forms,
        List<String> decisions,
        List<String> calls) {

    public ProcedureDetails {
        versions = List.copyOf(versions);
        steps = List.copyOf(steps);
        inputs = List.copyOf(inputs);
        delegates = List.copyOf(delegates);
        groups = List.copyOf(groups);
        forms = List.copyOf(forms);
        decisions = List.copyOf(decisions);
        calls = List.copyOf(calls);
    }

    /**
     * A task, event, gateway or call of a procedure, in document order.
     *
     * @param type the name of the element in BPMN: {@code serviceTask}, {@code userTask}, ..
     * @param delegate bean, or empty
     * @param groups who may do it, for a task of people
     * @param form id, or empty
     * @param calls key of the called procedure, or empty
     */
    public record Step(
            String id,
            String name,
            String type,
            String documentation,
            String delegate,
            List<String> groups,
            String form,
            String calls) {

        public Step {
            groups = List.copyOf(groups);
        }
    }
}
