package dev.baton.engine;

import dev.baton.engine.task.BadFormException;
import dev.baton.engine.task.DeployedForms;
import dev.baton.engine.task.TaskForm;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes a run of every process instance, whoever starts it: a run has a reference, a requester, a mode and a reason, and a
 * called procedure belongs to the run of its caller. An input of its start form that nobody gave is there and empty, so that
 * diagrams can ask for it.
 */
@Component
final class RunStarts extends AbstractBpmnParseListener implements ExecutionListener {

    private static final Set<String> MODES = Set.of("live", "rehearsal");
    private static final String EMERGENCY = "emergency";
    private static final Set<String> FACTS = Set.of("requester", "mode", "reason", "query", EMERGENCY);
    private static final int LONGEST_TEXT = 2_000;

    private final RunRecords records;
    private final TargetCheck targets;

    RunStarts(RunRecords records, TargetCheck targets) {
        this.records = records;
        this.targets = targets;
    }

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity definition) {
        definition.addBuiltInListener(EVENTNAME_START, this, 0);
    }

    @Override
    public void notify(DelegateExecution started) {
        ExecutionEntity execution = (ExecutionEntity) started;
        ExecutionEntity caller = execution.getSuperExecution();
        if (caller == null) {
            begin(execution);
        } else {
            join(execution, caller.getProcessInstance());
        }
        DeployedForms.of(execution.getProcessDefinition()).inputs().stream()
                .filter(input -> !execution.hasVariable(input))
                .forEach(input -> execution.setVariable(input, null));
    }

    private void begin(ExecutionEntity execution) {
        Optional<String> person = signedIn();
        // Without a person the platform starts it, and may name whoever asked for the run that it follows.
        String requester = person.or(() -> text(execution, "requester")).orElse("timer");
        if (person.isPresent()) {
            checkInputs(execution);
            refuseOther(execution, "requester", requester);
        }
        String mode = text(execution, "mode").orElse("live");
        if (!MODES.contains(mode)) {
            throw new BadFormException("mode", "mode must be live or rehearsal, not '" + mode + "'");
        }
        String reason = text(execution, "reason").orElse(person.isPresent() ? "" : "Started by its timer");
        String query = text(execution, "query").orElse("");
        String reference = records.nextReference();
        execution.setProcessBusinessKey(reference);
        execution.setVariable("run", reference);
        execution.setVariable("requester", requester);
        execution.setVariable("mode", mode);
        execution.setVariable("reason", reason);
        execution.setVariable("query", query);
        String procedure = execution.getProcessDefinition().getKey();
        records.begin(new RunRecords.Begun(
                reference,
                execution.getProcessInstanceId(),
                procedure,
                mode,
                requester,
                reason,
                query,
                emergency(execution, reason)));
    }

    /** What a person gives at the start is what the start form asks for, whichever way it comes. */
    private void checkInputs(ExecutionEntity execution) {
        ProcessDefinitionEntity procedure = execution.getProcessDefinition();
        TaskForm.refuseObjects(execution.getVariablesLocalTyped(false));
        Set<String> accepted = new HashSet<>(FACTS);
        Object initiator = procedure.getProperty(BpmnParse.PROPERTYNAME_INITIATOR_VARIABLE_NAME);
        if (initiator instanceof String name) {
            accepted.add(name);
        }
        TaskForm form = DeployedForms.of(procedure);
        form.accept(execution.getVariablesLocal(), accepted);
        String query = text(execution, "query").orElse("");
        // Without a query the procedure chooses; one that never asks for devices may need none.
        if (!query.isBlank() || form.has("query")) {
            targets.complaint(query, delegates(execution)).ifPresent(text -> {
                throw new BadFormException("query", text);
            });
        }
    }

    private static Set<String> delegates(ExecutionEntity execution) {
        return execution.getBpmnModelInstance().getModelElementsByType(ServiceTask.class).stream()
                .map(ServiceTask::getCamundaDelegateExpression)
                .filter(Objects::nonNull)
                .map(expression -> expression.replaceAll("[${} ]", ""))
                .collect(Collectors.toSet());
    }

    /** The facts of a run are the same in all its procedures; the rest is mapped by the diagrams. */
    private static void join(ExecutionEntity execution, ExecutionEntity caller) {
        execution.setProcessBusinessKey(caller.getProcessBusinessKey());
        for (String fact : List.of("run", "requester")) {
            execution.setVariable(fact, caller.getVariable(fact));
        }
        for (String name : List.of("mode", "reason", "query")) {
            if (!execution.hasVariable(name)) {
                execution.setVariable(name, name.equals("query") ? "" : caller.getVariable(name));
            }
        }
    }

    /** Whether the run passes over change windows. */
    private static boolean emergency(ExecutionEntity execution, String reason) {
        Object value = execution.getVariable(EMERGENCY);
        if (value == null || Boolean.FALSE.equals(value)) {
            return false;
        }
        if (!Boolean.TRUE.equals(value)) {
            throw new BadFormException(EMERGENCY, "emergency must be true or false, not '" + value + "'");
        }
        if (reason.isBlank()) {
            throw new BadFormException(
                    "reason", "an emergency, which does not wait for change windows, needs a reason");
        }
        return true;
    }

    private static void refuseOther(ExecutionEntity execution, String name, String expected) {
        Optional<String> given = text(execution, name);
        if (given.isPresent() && !given.get().equals(expected)) {
            throw new BadFormException(name, name + " cannot be chosen: it is " + expected);
        }
    }

    private static Optional<String> text(ExecutionEntity execution, String name) {
        @Nullable Object value = execution.getVariable(name);
        if (value == null || "".equals(value)) {
            return Optional.empty();
        }
        if (!(value instanceof String text) || text.length() > LONGEST_TEXT || text.indexOf('\0') >= 0) {
            throw new BadFormException(
                    name, name + " must be a text of at most " + LONGEST_TEXT + " characters, without NUL");
        }
        return Optional.of(text);
    }

    private static Optional<String> signedIn() {
        return Optional.ofNullable(Context.getCommandContext().getAuthenticatedUserId());
    }
}
