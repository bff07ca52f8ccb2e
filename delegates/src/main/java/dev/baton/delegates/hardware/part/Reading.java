package dev.baton.delegates.hardware.part;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What one source of a device came to: its parts, or why it could not be read.
 *
 * @param source its name
 * @param components what it may tell of
 * @param parts those that are there, faulty or not
 * @param problem why it could not be read; empty when it was
 */
public record Reading(String source, Set<Component> components, List<Part> parts, String problem) {

    public Reading {
        components = Set.copyOf(components);
        parts = List.copyOf(parts);
    }

    public static Reading of(String source, Set<Component> components, List<Part> parts) {
        return new Reading(source, components, parts, "");
    }

    /** A source that is there and could not be read; nothing is known of what it tells of. */
    public static Reading unreadable(String source, Set<Component> components, String problem) {
        return new Reading(source, components, List.of(), problem);
    }

    /** A whole transport that did not answer, so that any source may be behind it. */
    public static Reading silent(String transport, String problem) {
        return unreadable(transport, EnumSet.allOf(Component.class), problem);
    }

    public boolean isReadable() {
        return problem.isEmpty();
    }
}
