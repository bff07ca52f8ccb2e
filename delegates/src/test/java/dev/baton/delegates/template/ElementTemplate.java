package dev.baton.delegates.template;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.action.Input;
import dev.baton.delegates.template.Delegates.Found;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Describes a delegate to Camunda Modeler, so that a process owner picks an action instead of typing expressions. */
final class ElementTemplate {

    private static final String EXPRESSION = "\\$\\{.+\\}";

    private ElementTemplate() {}

    static String json(Found delegate) {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
        try {
            return new ObjectMapper().writer(printer).writeValueAsString(of(delegate)) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> of(Found delegate) {
        Map<String, Object> template = new LinkedHashMap<>();
        template.put("$schema", "@camunda/element-templates-json-schema/resources/schema.json");
        template.put("name", delegate.description().name());
        template.put("id", "dev.baton." + delegate.bean());
        template.put("version", delegate.description().version());
        template.put("description", delegate.description().description());
        template.put("category", category(delegate));
        template.put("appliesTo", List.of("bpmn:Task"));
        template.put("elementType", Map.of("value", "bpmn:ServiceTask"));
        template.put("groups", groups(delegate));
        template.put("entriesVisible", true);
        template.put("properties", properties(delegate));
        return template;
    }

    private static Map<String, Object> category(Found delegate) {
        return delegate.actsOnDevices()
                ? ordered("id", "dev.baton.devices", "name", "Devices")
                : ordered("id", "dev.baton.procedure", "name", "Procedure");
    }

    private static List<Map<String, Object>> groups(Found delegate) {
        Map<String, Object> action = ordered("id", "action", "label", "Action");
        return delegate.actsOnDevices()
                ? List.of(action, ordered("id", "rollout", "label", "Rollout"))
                : List.of(action);
    }

    private static List<Map<String, Object>> properties(Found delegate) {
        List<Map<String, Object>> properties = new ArrayList<>();
        properties.add(hidden("camunda:delegateExpression", "${" + delegate.bean() + "}"));
        properties.add(hidden("camunda:asyncBefore", true));
        for (RecordComponent component : delegate.description().inputs().getRecordComponents()) {
            properties.add(input(component));
        }
        if (delegate.actsOnDevices()) {
            properties.addAll(FanOutInputs.PROPERTIES);
            Stream.of("failed", "failedTargets", "failureSummary").forEach(name -> properties.add(output(name)));
        }
        Stream.of(delegate.description().outputs()).forEach(name -> properties.add(output(name)));
        return properties;
    }

    private static Map<String, Object> input(RecordComponent component) {
        Input input = component.getAnnotation(Input.class);
        Map<String, Object> property = ordered("label", input.label(), "description", input.description());
        String value = input.prefilled().isEmpty() ? input.value() : input.prefilled();
        if (component.getType().isEnum()) {
            choices(property, component.getName(), constants(component.getType()));
            value = written(value);
        } else if (component.getType() == Boolean.class) {
            choices(property, component.getName(), List.of("true", "false"));
        } else {
            property.put("type", component.getType() == List.class || input.multiline() ? "Text" : "String");
        }
        if (!value.isEmpty()) {
            property.put("value", value);
        }
        property.put("group", "action");
        property.put("binding", ordered("type", "camunda:inputParameter", "name", component.getName()));
        Map<String, Object> constraints = constraints(component);
        if (!constraints.isEmpty()) {
            property.put("constraints", constraints);
        }
        return property;
    }

    private static List<String> constants(Class<?> type) {
        return Stream.of(type.getEnumConstants())
                .map(constant -> written(((Enum<?>) constant).name()))
                .toList();
    }

    /** As diagrams write the constants of enums. */
    private static String written(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The last choice lets the run decide, by the variable of the same name. */
    static void choices(Map<String, Object> property, String name, List<String> values) {
        property.put("type", "Dropdown");
        property.put(
                "choices",
                Stream.concat(
                                values.stream().map(value -> ordered("name", value, "value", value)),
                                Stream.of(ordered("name", "variable " + name, "value", "${" + name + "}")))
                        .toList());
    }

    private static Map<String, Object> constraints(RecordComponent component) {
        Map<String, Object> constraints = new LinkedHashMap<>();
        if (component.getAccessor().isAnnotationPresent(NotBlank.class)
                || component.getAccessor().isAnnotationPresent(NotEmpty.class)) {
            constraints.put("notEmpty", true);
        }
        if (component.getType() == Duration.class) {
            constraints.put("pattern", pattern("P[0-9DTHMS.]+", "An ISO 8601 duration such as PT5M"));
        } else if (component.getType() == Integer.class) {
            constraints.put("pattern", pattern("[0-9]+", "A whole number"));
        }
        return constraints;
    }

    static Map<String, Object> pattern(String value, String message) {
        return ordered("value", "^(" + value + "|" + EXPRESSION + ")$", "message", message);
    }

    private static Map<String, Object> hidden(String attribute, Object value) {
        return ordered("type", "Hidden", "value", value, "binding", ordered("type", "property", "name", attribute));
    }

    /** Without a type, so that the Modeler shows a switch beside the variable's name. */
    private static Map<String, Object> output(String name) {
        return ordered(
                "label",
                "Result " + name,
                "value",
                name,
                "binding",
                ordered("type", "camunda:outputParameter", "source", "${" + name + "}"));
    }

    static Map<String, Object> ordered(Object... namesAndValues) {
        Map<String, Object> ordered = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            ordered.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return ordered;
    }
}
