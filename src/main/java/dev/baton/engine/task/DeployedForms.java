package dev.baton.engine.task;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.camunda.bpm.engine.impl.GetDeployedTaskFormCmd;
import org.camunda.bpm.engine.impl.cmd.GetDeployedStartFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.form.FormDefinition;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;

/** Finds the form that belongs to a task or a start, in the version that the diagram was deployed with. */
public final class DeployedForms {

    private DeployedForms() {}

    static TaskForm of(TaskEntity task) {
        boolean hasForm = task.getTaskDefinition() != null
                && isForm(task.getTaskDefinition().getFormDefinition());
        return hasForm ? read(new GetDeployedTaskFormCmd(task.getId())) : TaskForm.empty();
    }

    /** The form of the start event; without one, a start takes no inputs. */
    public static TaskForm of(ProcessDefinitionEntity procedure) {
        return isForm(procedure.getStartFormDefinition())
                ? read(new GetDeployedStartFormCmd(procedure.getId()))
                : TaskForm.empty();
    }

    private static boolean isForm(@Nullable FormDefinition definition) {
        return definition != null
                && (definition.getFormKey() != null || definition.getCamundaFormDefinitionKey() != null);
    }

    private static TaskForm read(Command<InputStream> form) {
        try (InputStream json = Context.getCommandContext().runWithoutAuthorization(form)) {
            return TaskForm.parse(json);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
