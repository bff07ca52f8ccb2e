package dev.baton.lab.host;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;

/** The package archive: which updates belong together. */
final class Archive {

    private static final String FILE = "lab/debian/updates.yaml";

    private static final Map<String, List<Update>> GROUPS = read();

    private Archive() {}

    static List<Update> group(String name) {
        List<Update> group = GROUPS.get(name);
        if (group == null) {
            throw new IllegalArgumentException(FILE + " has no group " + name);
        }
        return group;
    }

    private static Map<String, List<Update>> read() {
        try (InputStream in = new ClassPathResource(FILE).getInputStream()) {
            return new YAMLMapper().readValue(in, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FILE, e);
        }
    }
}
