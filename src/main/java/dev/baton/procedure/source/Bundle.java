package dev.baton.procedure.source;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is deployed together: a diagram with the forms and decisions it names.
 *
 * @param file the file of the diagram; its name is the key of the procedure
 * @param parsed null when the file is not readable
 * @param fault why it is not readable, else empty
 */
public record Bundle(
        SourceFile file, @Nullable Diagram parsed, String fault, List<SourceFile> forms, List<SourceFile> decisions) {

    public Bundle {
        forms = List.copyOf(forms);
        decisions = List.copyOf(decisions);
    }

    public String key() {
        return file.baseName();
    }

    public Optional<Diagram> diagram() {
        return Optional.ofNullable(parsed);
    }

    /** Diagram, forms, decisions. */
    public List<SourceFile> files() {
        return Stream.of(Stream.of(file), forms.stream(), decisions.stream())
                .flatMap(files -> files)
                .toList();
    }

    /** Changes when, and only when, one of the files is renamed or has another content. */
    public String digest() {
        String lines = files().stream()
                .map(one -> one.name() + " " + one.digest())
                .sorted()
                .collect(Collectors.joining("\n"));
        return SourceFile.sha256(lines.getBytes(StandardCharsets.UTF_8));
    }
}
