package dev.baton.finding;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The kinds of findings that shipped procedures report; a kind that nobody described is called by its own name. */
@Component
public class FindingKinds {

    private static final String FILE = "finding-kinds.yaml";

    private final Map<String, FindingKind> kinds;

    FindingKinds() {
        try (InputStream in = new ClassPathResource(FILE).getInputStream()) {
            List<FindingKind> all =
                    new YAMLMapper().readerForListOf(FindingKind.class).<List<FindingKind>>readValue(in);
            kinds = all.stream().collect(Collectors.toUnmodifiableMap(FindingKind::kind, Function.identity()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FILE, e);
        }
    }

    public FindingKind of(String kind) {
        FindingKind known = kinds.get(kind);
        return known == null ? new FindingKind(kind, spelled(kind), null, null, null) : known;
    }

    /** All that are described, in no order. */
    public List<FindingKind> all() {
        return List.copyOf(kinds.values());
    }

    private static String spelled(String kind) {
        String words = kind.replace('-', ' ');
        return words.isEmpty() ? "" : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
