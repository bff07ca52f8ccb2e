package dev.baton.action;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** Reads the YAML files that delegates keep their tables in: vendors, patterns, rules. Keys are in kebab-case. */
public final class DataFile {

    private static final ObjectMapper YAML = YAMLMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .build();

    private DataFile() {}

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
}
