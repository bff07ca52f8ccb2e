package dev.baton.procedure.picture;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a picture shows beside the diagram.
 *
 * @param classes by element id: {@code done}, {@code active}, {@code waiting}, {@code failed}, {@code cancelled};
 *     {@code taken} for a sequence flow
 * @param badges by element id, a short text such as {@code 38/120}
 */
public record Marks(Map<String, Set<String>> classes, Map<String, String> badges) {

    /** The diagram alone. */
    public static final Marks NONE = new Marks(Map.of(), Map.of());

    public Marks {
        classes = Map.copyOf(classes);
        badges = Map.copyOf(badges);
    }

    boolean has(String element, String name) {
        return classes.getOrDefault(element, Set.of()).contains(name);
    }

    /** The classes of an element in a fixed order, those that could break out of an attribute left out. */
    List<String> of(String element) {
        return classes.getOrDefault(element, Set.of()).stream()
                .filter(name -> name.matches("[a-z][a-z-]*"))
                .sorted()
                .toList();
    }
}
