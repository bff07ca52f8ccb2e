package dev.baton.procedure.diff;

import dev.baton.procedure.source.Bundle;
import dev.baton.procedure.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Compares two versions by the flat properties of their elements. */
public final class VersionDiffs {

    private VersionDiffs() {}

    public static VersionDiff between(Bundle before, Bundle after) {
        FlatDiagram one = FlatDiagram.of(before);
        FlatDiagram two = FlatDiagram.of(after);
        Map<String, String> names = new TreeMap<>(one.names());
        names.putAll(two.names());
        List<ElementDiff> changes = new ArrayList<>(compare(one.properties(), two.properties(), names));
        changes.addAll(compare(files(before), files(after), Map.of()));
        return new VersionDiff(changes, compare(one.layout(), two.layout(), names));
    }

    private static List<ElementDiff> compare(
            Map<Property, String> before, Map<Property, String> after, Map<String, String> names) {
        TreeSet<Property> all = new TreeSet<>(before.keySet());
        all.addAll(after.keySet());
        return all.stream()
                .map(property -> new ElementDiff(
                        property.element(),
                        names.getOrDefault(property.element(), ""),
                        property.name(),
                        before.getOrDefault(property, ""),
                        after.getOrDefault(property, "")))
                .filter(diff -> !diff.before().equals(diff.after()))
                .toList();
    }

    private static Map<Property, String> files(Bundle bundle) {
        Map<Property, String> files = new TreeMap<>();
        for (SourceFile file : bundle.files()) {
            if (!file.isDiagram()) {
                files.put(new Property(file.name(), "content"), "SHA-256 " + file.digest());
            }
        }
        return files;
    }
}
