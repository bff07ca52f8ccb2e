package dev.baton.procedure.source;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Finds for every diagram the forms and decisions that it names. */
public final class Bundles {

    private final Map<String, SourceFile> forms = new LinkedHashMap<>();
    private final Map<String, SourceFile> decisions = new LinkedHashMap<>();

    private Bundles(Collection<SourceFile> files) {

        for (SourceFile file : files) {
            if (file.isForm()) {
                forms.putIfAbsent(Form.idOf(file), file);
            } else if (file.isDecision()) {
                Decision.idsOf(file).forEach(id -> decisions.putIfAbsent(id, file));
            }
        }
    }

    /** One bundle per diagram among the files, in their order. */
    public static List<Bundle> of(Collection<SourceFile> files) {
        Bundles bundles = new Bundles(files);
        return files.stream().filter(SourceFile::isDiagram).map(bundles::bundle).toList();
    }

    /** The files that no diagram among them names. */
    public static List<SourceFile> unused(Collection<SourceFile> files, List<Bundle> bundles) {
        return files.stream()
                .filter(file ->
                        bundles.stream().noneMatch(bundle -> bundle.files().contains(file)))
                .toList();
    }

    private Bundle bundle(SourceFile file) {
        try {
            Diagram diagram = Diagram.parse(file.content());
            return new Bundle(
                    file, diagram, "", pick(diagram.formRefs(), forms), pick(diagram.decisionRefs(), decisions));
        } catch (UnreadableFileException e) {
            return new Bundle(file, null, String.valueOf(e.getMessage()), List.of(), List.of());
        }
    }

    private static List<SourceFile> pick(Set<String> ids, Map<String, SourceFile> from) {
        return ids.stream().map(from::get).filter(Objects::nonNull).distinct().toList();
    }
}
