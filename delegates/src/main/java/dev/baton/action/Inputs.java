package dev.baton.action;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Binds the variables of a step to the typed inputs of its delegate. */
public final class Inputs {

    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    private Inputs() {}

    /**
     * Reads the record from variables of the same names; a missing or empty one gets the default of its {@link Input}.
     * Lists may come as lists or as text with one item per line.
     *
     * @throws ActionProblem {@code BAD_INPUT} naming the input, the wanted type and the value seen
     */
    public static <I extends Record> I bind(Class<I> type, Map<String, ?> variables) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            values.put(component.getName(), value(component, variables.get(component.getName())));
        }
        for (RecordComponent component : type.getRecordComponents()) {
            require(component, values.get(component.getName()));
        }
        try {
            return JSON.convertValue(values, type);
        } catch (IllegalArgumentException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw Problem.BAD_INPUT.because(
                    "the inputs of " + type.getSimpleName() + " do not fit: " + firstLine(cause));
        }
    }

    private static void require(RecordComponent component, @Nullable Object value) {
        // The constraints' annotations know no record components; the compiler puts them on the accessors.
        Method declared = component.getAccessor();
        boolean needed = declared.isAnnotationPresent(NotBlank.class) || declared.isAnnotationPresent(NotEmpty.class);
        if (needed && (value == null || value.equals(List.of()))) {
            throw Problem.BAD_INPUT.because("the input " + component.getName() + " must not be empty");
        }
        Min min = declared.getAnnotation(Min.class);
        Max max = declared.getAnnotation(Max.class);
        if (value != null && min != null && max != null) {
            requireWithin(component.getName(), value, min.value(), max.value());
        }
    }

    private static void requireWithin(String name, Object value, long min, long max) {
        try {
            long number = Long.parseLong(value.toString().strip());
            if (number >= min && number <= max) {
                return;
            }
        } catch (NumberFormatException e) {
            throw Problem.BAD_INPUT.because("the input " + name + " takes a number, not " + value);
        }
        throw Problem.BAD_INPUT.because(
                "the input " + name + " takes a number from " + min + " to " + max + ", not " + value);
    }

    private static @Nullable Object value(RecordComponent component, @Nullable Object given) {
        Input input = component.getAnnotation(Input.class);
        Object value = given == null || given.toString().isBlank() ? (input == null ? "" : input.value()) : given;
        if (value instanceof String text && text.isBlank()) {
            return component.getType() == List.class ? List.of() : null;
        }
        if (component.getType() == List.class && value instanceof String text) {
            return text.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
        }
        if (component.getType() == Duration.class) {
            return duration(component.getName(), value.toString());
        }
        if (component.getType().isEnum()) {
            return constant(component, value.toString());
        }
        return value;
    }

    private static String duration(String name, String text) {
        try {
            return Duration.parse(text).toString();
        } catch (DateTimeParseException e) {
            throw Problem.BAD_INPUT.because(
                    "the input " + name + " takes an ISO 8601 duration such as PT5M, not " + text);
        }
    }

    private static Object constant(RecordComponent component, String text) {
        return Stream.of(component.getType().getEnumConstants())
                .filter(constant ->
                        ((Enum<?>) constant).name().replace('_', '-').equalsIgnoreCase(text.replace('_', '-')))
                .findFirst()
                .orElseThrow(() -> Problem.BAD_INPUT.because("the input " + component.getName() + " takes one of "
                        + List.of(component.getType().getEnumConstants()) + ", not " + text));
    }

    private static String firstLine(Throwable cause) {
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }
}
