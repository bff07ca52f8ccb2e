package dev.baton.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.run.BadRunException.Kind;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.form.CamundaFormRef;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The tasks of people, under the same rules as in Tasklist, on behalf of the person who is signed in. */
@Service
public class Tasks {

    private final TaskService tasks;
    private final FormService forms;
    private final IdentityService identity;
    private final ObjectMapper json;

    Tasks(TaskService tasks, FormService forms, IdentityService identity, ObjectMapper json) {
        this.tasks = tasks;
        this.forms = forms;
        this.identity = identity;
        this.json = json;
    }

    /** Makes the task that of the person who is signed in. */
    public void claim(String id) {
        String person =
                Objects.requireNonNull(identity.getCurrentAuthentication()).getUserId();
        Task task = visible(id);
        if (task != null && task.getAssignee() != null && !task.getAssignee().equals(person)) {
            throw new BadRunException(Kind.CONFLICT, "id", "the task is claimed by " + task.getAssignee());
        }
        decide(id, () -> tasks.claim(id, person));
    }

    /** Completes the task with what its form asks for. */
    public void complete(String id, Map<String, Object> variables) {
        decide(id, () -> forms.submitTaskForm(id, variables));
    }

    private static void decide(String id, Runnable act) {
        guarded(() -> {
            try {
                act.run();
            } catch (NullValueException e) {
                throw missing(id);
            }
            return id;
        });
    }

    /** What the task shows: its form and the variables that the form may read; nothing once it is done or out of sight. */
    public Optional<Details> details(String id) {
        try {
            return Optional.of(new Details(
                    Optional.ofNullable(forms.getTaskFormData(id).getCamundaFormRef())
                            .map(CamundaFormRef::getKey)
                            .orElse(null),
                    plain(tasks.getVariablesTyped(id, false))));
        } catch (NullValueException | AuthorizationException gone) {
            return Optional.empty();
        }
    }

    /** A task that the person may see; who may not see one is still told why when they try to decide it. */
    private @Nullable Task visible(String id) {
        return guarded(() -> tasks.createTaskQuery().taskId(id).singleResult());
    }

    private static BadRunException missing(String id) {
        return new BadRunException(Kind.NOT_FOUND, "id", "there is no open task " + id + " that you may see");
    }

    private Map<String, Object> plain(VariableMap variables) {
        Map<String, Object> plain = new TreeMap<>();
        for (String name : variables.keySet()) {
            TypedValue value = variables.getValueTyped(name);
            Object shown = value instanceof SerializableValue stored ? parsed(stored) : value.getValue();
            if (shown != null) {
                plain.put(name, shown);
            }
        }
        return plain;
    }

    private @Nullable Object parsed(SerializableValue value) {
        try {
            return value.getValueSerialized() == null ? null : json.readValue(value.getValueSerialized(), Object.class);
        } catch (JsonProcessingException e) {
            return value.getValueSerialized();
        }
    }

    private static <T extends @Nullable Object> T guarded(Supplier<T> act) {
        return Refusals.inWords("id", key -> "variables." + key, act);
    }

    /** The form of a task, by id, and its variables. */
    public record Details(@Nullable String form, Map<String, Object> variables) {

        public Details {
            variables = Map.copyOf(variables);
        }
    }
}
