package dev.baton.engine.task;

import java.util.Map;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.variable.VariableMap;
import org.jspecify.annotations.Nullable;

/** The engine's form service, with our rules before each act; Tasklist completes its tasks here. */
public final class GuardedForms extends FormServiceImpl {

    private final FourEyes fourEyes;

    public GuardedForms(TaskRules rules) {
        this.fourEyes = rules.fourEyes();
    }

    @Override
    public void submitTaskForm(String taskId, @Nullable Map<String, Object> properties) {
        submit(taskId, properties, false, false);
    }

    @Override
    @SuppressWarnings({"unchecked", "rawtypes"})
    public void submitTaskFormData(String taskId, @Nullable Map<String, String> properties) {
        submit(taskId, (Map) properties, false, false);
    }

    @Override
    public VariableMap submitTaskFormWithVariablesInReturn(
            String taskId, @Nullable Map<String, Object> properties, boolean deserializeValues) {
        return submit(taskId, properties, true, deserializeValues);
    }

    private VariableMap submit(
            String taskId, @Nullable Map<String, Object> properties, boolean returning, boolean deserializing) {
        return commandExecutor.execute(new Completion(
                fourEyes,
                taskId,
                properties,
                accepted -> new SubmitTaskFormCmd(taskId, accepted, returning, deserializing)));
    }
}
