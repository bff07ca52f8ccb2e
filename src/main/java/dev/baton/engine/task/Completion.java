package dev.baton.engine.task;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import org.jspecify.annotations.Nullable;

/** Completes a task with what its form takes, after asking who it is, and writes the decision down. */
final class Completion implements Command<@Nullable VariableMap> {

    private final FourEyes fourEyes;
    private final String taskId;
    private final Map<String, ?> posted;
    private final Function<VariableMap, Command<VariableMap>> completing;

    Completion(
            FourEyes fourEyes,
            String taskId,
            @Nullable Map<String, ?> posted,
            Function<VariableMap, Command<VariableMap>> completing) {
        this.fourEyes = fourEyes;
        this.taskId = taskId;
        this.posted = posted == null ? Map.of() : posted;
        this.completing = completing;
    }

    @Override
    public @Nullable VariableMap execute(CommandContext context) {
        TaskEntity task = Optional.ofNullable(context.getTaskManager().findTaskById(taskId))
                .orElseThrow(() -> new NullValueException("There is no task " + taskId));
        String reason = text(posted, RunFacts.REASON).orElse("");
        fourEyes.mayComplete(task, Wish.decide(text(posted, Approvals.DECISION).orElse("complete"), reason));
        TaskForm form = DeployedForms.of(task);
        VariableMap accepted = accept(form, task);
        Optional<String> decision = text(accepted, Approvals.DECISION);
        if (decision.isEmpty() && FourEyes.isApproval(task)) {
            throw new BadFormException(Approvals.DECISION, "An approval needs a decision");
        }
        decision.ifPresent(value -> fourEyes.record(task, Wish.decide(value, reason)));
        keepReasonOfRun(task, accepted);
        return completing.apply(accepted).execute(context);
    }

    private VariableMap accept(TaskForm form, TaskEntity task) {
        VariableMap accepted = form.accept(posted, Set.of());
        Set<String> facts = RunFacts.of(startForm(task));
        for (String name : accepted.keySet()) {
            if (facts.contains(name)) {
                throw new BadFormException(
                        name, "The task '" + task.getName() + "' cannot change '" + name + "' of its run");
            }
        }
        return accepted;
    }

    private static TaskForm startForm(TaskEntity task) {
        return task.getExecution() == null
                ? TaskForm.empty()
                : DeployedForms.of(task.getExecution().getProcessDefinition());
    }

    /**
     * The reason of a decision is not the reason of the run: it stays with the task's own scope, where its output mapping
     * sees it; a task without scope only has it written down.
     */
    private static void keepReasonOfRun(TaskEntity task, VariableMap accepted) {
        ExecutionEntity execution = task.getExecution();
        if (execution == null || !accepted.containsKey(RunFacts.REASON)) {
            return;
        }
        if (execution.isScope() && !execution.isProcessInstanceExecution()) {
            execution.setVariableLocal(RunFacts.REASON, accepted.getValueTyped(RunFacts.REASON));
        }
        accepted.remove(RunFacts.REASON);
    }

    private static Optional<String> text(Map<String, ?> values, String name) {
        return values.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }
}
