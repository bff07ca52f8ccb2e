package dev.baton.procedure.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A parsed Camunda Form.
 *
 * @param schemaVersion of the form builder that wrote it
 * @param components all of them, those in groups included
 */
public record Form(String id, int schemaVersion, List<Component> components) {

    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(50).build())
            .build());

    public Form {
        components = List.copyOf(components);
    }

    /** The form in a file. @throws UnreadableFileException when it is not a form */
    public static Form parse(SourceFile file) throws UnreadableFileException {
        if (file.content().length > SourceFile.LIMIT) {
            throw new UnreadableFileException("the file is larger than 2 MiB");
        }
        try {
            JsonNode root = JSON.readTree(file.text());
            if (!root.path("components").isArray() || root.path("id").asText().isBlank()) {
                throw new UnreadableFileException("a Camunda Form has an id and a list of components");
            }
            List<Component> components = new ArrayList<>();
            collect(root, components);
            return new Form(root.path("id").asText(), root.path("schemaVersion").asInt(0), components);
        } catch (JsonProcessingException e) {
            throw new UnreadableFileException("line " + e.getLocation().getLineNr() + ": " + e.getOriginalMessage());
        }
    }

    /** The fields that people fill in, in order. */
    public List<Field> fields() {
        return components.stream()
                .filter(Component::isField)
                .map(Component::field)
                .toList();
    }

    /** The id; a file that cannot be read goes by its name, so that the check can say what is wrong with it. */
    static String idOf(SourceFile file) {
        try {
            return parse(file).id();
        } catch (UnreadableFileException e) {
            return file.baseName();
        }
    }

    private static void collect(JsonNode parent, List<Component> into) {
        for (JsonNode node : parent.path("components")) {
            into.add(new Component(node.path("id").asText(), node.path("type").asText(), node));
            collect(node, into);
        }
    }

    /** One component of a form, with its JSON. */
    public record Component(String id, String type, JsonNode json) {

        boolean isField() {
            return json.hasNonNull("key")
                    && !json.path("disabled").asBoolean()
                    && !json.path("readonly").asBoolean();
        }

        Field field() {
            JsonNode validate = json.path("validate");
            List<Option> options = StreamSupport.stream(json.path("values").spliterator(), false)
                    .map(value -> new Option(
                            value.path("value").asText(), value.path("label").asText()))
                    .toList();
            return new Field(
                    json.path("key").asText(),
                    json.path("label").asText(),
                    json.path("description").asText(),
                    type,
                    json.path("defaultValue").asText(),
                    options,
                    validate.path("required").asBoolean(),
                    validate.path("pattern").asText(),
                    length(validate.path("minLength")),
                    length(validate.path("maxLength")));
        }
    }

    private static @Nullable Integer length(JsonNode rule) {
        return rule.canConvertToInt() ? rule.asInt() : null;
    }

    /**
     * A field that people fill in.
     *
     * @param key the variable that it sets
     * @param type as Camunda Forms calls it: textfield, textarea, number, checkbox, select, radio, datetime, ..
     * @param pattern a regular expression that the value must match, or empty
     * @param minLength of a text; null when the form does not say
     * @param maxLength of a text; null when the form does not say
     */
    public record Field(
            String key,
            String label,
            String description,
            String type,
            String defaultValue,
            List<Option> options,
            boolean required,
            String pattern,
            @Nullable Integer minLength,
            @Nullable Integer maxLength) {

        public Field {
            options = List.copyOf(options);
        }
    }

    /** A value that a field offers, with what people read. */
    public record Option(String value, String label) {}
}
