package dev.baton.engine.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.ObjectValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;

/** A Camunda Form as the server checks it: the browser's checks are a courtesy that anybody can skip. */
public final class TaskForm {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, FormField> fields = new LinkedHashMap<>();

    private TaskForm() {}

    /** A form without fields accepts nothing. */
    public static TaskForm empty() {
        return new TaskForm();
    }

    /** Reads the form as Camunda Modeler wrote it. */
    public static TaskForm parse(InputStream json) throws IOException {
        TaskForm form = new TaskForm();
        form.collect(JSON.readTree(json).path("components"));
        return form;
    }

    public boolean has(String key) {
        return fields.containsKey(key);
    }

    /** The keys of the fields that people fill in. */
    public Set<String> inputs() {
        return fields.values().stream()
                .filter(field -> !field.isDisplayOnly())
                .map(FormField::key)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether a person may give a field this value. */
    boolean takes(String key, String value) {
        FormField field = fields.get(key);
        return field != null && !field.isDisplayOnly() && field.complaint(value).isEmpty();
    }

    /**
     * The posted values that the form takes, typed as they were posted.
     *
     * @param besides names that are accepted though the form has no such field
     * @throws BadFormException naming the first field that is missing, unknown, of the wrong type or out of its bounds
     */
    public VariableMap accept(Map<String, ?> posted, Set<String> besides) {
        VariableMap accepted = Variables.createVariables();
        for (String key : posted.keySet()) {
            FormField field = fields.get(key);
            if (field == null && !besides.contains(key)) {
                throw new BadFormException(key, "The form has no field '" + key + "'");
            }
            if (field == null || !field.isDisplayOnly()) {
                accepted.put(key, plain(typed(posted, key), key));
            }
        }
        for (FormField field : fields.values()) {
            if (!field.isDisplayOnly()) {
                Optional<String> complaint = field.complaint(accepted.get(field.key()));
                complaint.ifPresent(text -> {
                    throw new BadFormException(field.key(), field.label() + " (" + field.key() + ") " + text);
                });
            }
        }
        return accepted;
    }

    /** Refuses objects, before the engine would have to make them; forms send none. @throws BadFormException naming it */
    public static void refuseObjects(VariableMap posted) {
        posted.keySet().forEach(key -> plain(posted.getValueTyped(key), key));
    }

    private static @Nullable Object plain(@Nullable Object value, String key) {
        if (value instanceof ObjectValue || value instanceof Map) {
            throw new BadFormException(
                    key, "'" + key + "' must be a text, a number, true or false, or a list of options");
        }
        return value;
    }

    private static @Nullable Object typed(Map<String, ?> posted, String key) {
        if (posted instanceof VariableMap variables) {
            TypedValue value = variables.getValueTyped(key);
            return value;
        }
        return posted.get(key);
    }

    private void collect(JsonNode components) {
        for (JsonNode component : components) {
            String key = component.path("key").asText("");
            if (!key.isEmpty()) {
                String label = component.path("label").asText(key);
                fields.put(key, new FormField(key, label, component.path("type").asText(), component));
            }
            collect(component.path("components"));
        }
    }
}
