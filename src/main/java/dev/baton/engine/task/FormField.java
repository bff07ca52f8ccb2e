package dev.baton.engine.task;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.camunda.spin.json.SpinJsonNode;
import org.jspecify.annotations.Nullable;

/** One field of a Camunda Form, and what it accepts. */
record FormField(String key, String label, String type, JsonNode definition) {

    private static final int LONGEST_TEXT = 4_000;

    /** Shown or computed by the browser; what comes back is not taken. */
    boolean isDisplayOnly() {
        return definition.path("disabled").asBoolean()
                || definition.path("readonly").asBoolean()
                || Set.of("expression", "table").contains(type);
    }

    /** What is wrong with the value, as the end of a sentence that begins with the label. */
    Optional<String> complaint(@Nullable Object value) {
        if (value == null || "".equals(value)) {
            return isRequired() ? Optional.of("is required") : Optional.empty();
        }
        return switch (type) {
            case "textfield", "textarea" -> textComplaint(value);
            case "number" -> numberComplaint(value);
            case "checkbox" -> checkboxComplaint(value);
            case "radio", "select" -> optionComplaint(value);
            case "checklist", "taglist" -> optionsComplaint(value);
            case "datetime" -> isDateTime(value) ? Optional.empty() : Optional.of("must be a date or time");
            default -> Optional.of("cannot be filled in");
        };
    }

    /** A field that the form hides under a condition cannot be demanded: only the browser knows whether it was shown. */
    private boolean isRequired() {
        return rule("required").asBoolean() && definition.path("conditional").isMissingNode();
    }

    private Optional<String> textComplaint(Object value) {
        if (!(value instanceof String text)) {
            return Optional.of("must be a text");
        }
        if (text.indexOf('\0') >= 0) {
            return Optional.of("must not contain the character NUL");
        }
        if (text.length() > rule("maxLength").asInt(LONGEST_TEXT)) {
            return Optional.of("must have at most " + rule("maxLength").asInt(LONGEST_TEXT) + " characters");
        }
        if (text.length() < rule("minLength").asInt()) {
            return Optional.of("must have at least " + rule("minLength").asInt() + " characters");
        }
        if (rule("pattern").isTextual()
                && !Pattern.compile(rule("pattern").asText()).matcher(text).find()) {
            return Optional.of("must match " + rule("pattern").asText());
        }
        return Optional.empty();
    }

    private Optional<String> numberComplaint(Object value) {
        BigDecimal number;
        try {
            number = value instanceof Number || value instanceof String ? new BigDecimal(value.toString()) : null;
        } catch (NumberFormatException notANumber) {
            number = null;
        }
        if (number == null) {
            return Optional.of("must be a number");
        }
        if (rule("min").isNumber() && number.compareTo(rule("min").decimalValue()) < 0) {
            return Optional.of("must be at least " + rule("min").asText());
        }
        if (rule("max").isNumber() && number.compareTo(rule("max").decimalValue()) > 0) {
            return Optional.of("must be at most " + rule("max").asText());
        }
        return Optional.empty();
    }

    private Optional<String> checkboxComplaint(Object value) {
        if (!(value instanceof Boolean checked)) {
            return Optional.of("must be true or false");
        }
        return isRequired() && !checked ? Optional.of("must be checked") : Optional.empty();
    }

    private Optional<String> optionComplaint(Object value) {
        boolean scalar = value instanceof String || value instanceof Number || value instanceof Boolean;
        if (!scalar
                || value.toString().length() > LONGEST_TEXT
                || value.toString().indexOf('\0') >= 0) {
            return Optional.of("must be one of its options");
        }
        List<String> options = options();
        return options.isEmpty() || options.contains(value.toString())
                ? Optional.empty()
                : Optional.of("must be one of " + String.join(", ", options));
    }

    private Optional<String> optionsComplaint(Object value) {
        List<Object> chosen = new ArrayList<>();
        if (value instanceof Collection<?> values) {
            chosen.addAll(values);
        } else if (value instanceof SpinJsonNode json && json.isArray()) {
            json.elements().forEach(element -> chosen.add(element.value()));
        } else {
            return Optional.of("must be a list of its options");
        }
        return chosen.stream()
                .map(this::optionComplaint)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The options written into the form; those that come from a variable are the diagram's business. */
    private List<String> options() {
        return StreamSupport.stream(definition.path("values").spliterator(), false)
                .map(option -> option.path("value").asText())
                .toList();
    }

    private static boolean isDateTime(Object value) {
        if (value instanceof Date) {
            return true;
        }
        try {
            String text = value.toString();
            if (text.length() == 10) {
                LocalDate.parse(text);
            } else if (text.contains("T")) {
                DateTimeFormatter.ISO_DATE_TIME.parse(text);
            } else {
                LocalTime.parse(text, DateTimeFormatter.ISO_TIME);
            }
            return true;
        } catch (DateTimeException notADate) {
            return false;
        }
    }

    private JsonNode rule(String name) {
        return definition.path("validate").path(name);
    }
}
