package dev.baton.action;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** Reads the YAML files that delegates keep their tables in: vendors, patterns, rules. Keys are in kebab-case. */
public final class DataFile {

    private static final ObjectMapper YAML = YAMLMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .build();

    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private DataFile() {}

    /** The object in a JSON text that an installation brings. @throws ActionProblem {@code BAD_INPUT} when it is none */
    public static Map<String, Object> json(String name, String text) {
        try {
            return JSON.readValue(text, OBJECT);
        } catch (IOException e) {
            throw Problem.BAD_INPUT.because(name + " is no JSON object: "
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
    }

    /** The rows of a file that lies beside a class. */
    public static <T> List<T> rows(Class<?> beside, String file, Class<T> row) {
        try (InputStream in = beside.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("there is no " + file + " beside " + beside.getName());
            }
            return YAML.readValue(in, YAML.getTypeFactory().constructCollectionType(List.class, row));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + " beside " + beside.getName(), e);
        }
    }

    /** The rows of a text that an installation brings. @throws ActionProblem {@code BAD_INPUT} that says what is wrong where */
    public static <T> List<T> rows(String name, String text, Class<T> row) {
        try {
            return YAML.readValue(text, YAML.getTypeFactory().constructCollectionType(List.class, row));
        } catch (IOException e) {
            throw Problem.BAD_INPUT.because(name + " is not as it should be: "
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
    }
}
