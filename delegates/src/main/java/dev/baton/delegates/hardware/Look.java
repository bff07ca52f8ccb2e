package dev.baton.delegates.hardware;

import dev.baton.delegates.hardware.part.Component;
import dev.baton.delegates.hardware.part.Part;
import dev.baton.delegates.hardware.part.Reading;
import dev.baton.delegates.hardware.part.State;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What one look at a device came to, over all its sources.
 *
 * @param parts each once, in the worst state that a source told
 * @param readings what every source told
 */
record Look(List<Part> parts, List<Reading> readings) {

    Look {
        parts = List.copyOf(parts);
        readings = List.copyOf(readings);
    }

    static Look of(List<Reading> readings) {
        List<Part> parts = new ArrayList<>();
        readings.forEach(reading -> reading.parts().forEach(part -> add(parts, part, reading.source())));
        return new Look(parts, readings);
    }

    /** The same part as another source told it is one part; two of one source that are named alike are two. */
    private static void add(List<Part> parts, Part part, String source) {
        for (int i = 0; i < parts.size(); i++) {
            Part known = parts.get(i);
            boolean twice = known.source().equals(source);
            boolean sameSerial = !part.serial().isEmpty() && part.serial().equals(known.serial());
            if (known.isSame(part) && (sameSerial || !twice)) {
                parts.set(i, known.with(part));
                return;
            }
        }
        parts.add(part.at(unique(parts, part)));
    }

    private static String unique(List<Part> parts, Part part) {
        String place = part.place();
        for (int number = 2; isTaken(parts, part.component(), place); number++) {
            place = part.place() + " #" + number;
        }
        return place;
    }

    private static boolean isTaken(List<Part> parts, Component component, String place) {
        return parts.stream()
                .anyMatch(
                        other -> other.component() == component && other.place().equals(place));
    }

    /** Whether anything told of any part, or may have been kept from it. */
    boolean isVisible() {
        return !parts.isEmpty() || readings.stream().anyMatch(reading -> !reading.isReadable());
    }

    Set<String> readable() {
        return readings.stream()
                .filter(Reading::isReadable)
                .map(Reading::source)
                .collect(Collectors.toSet());
    }

    /** The kinds of findings that this look settles: none that a source which could not be read may have to tell. */
    Set<String> settledKinds(Set<Component> alsoUnknown) {
        Set<String> kinds = new HashSet<>();
        for (Component component : Component.values()) {
            kinds.addAll(component.kinds());
        }
        readings.stream()
                .filter(reading -> !reading.isReadable())
                .flatMap(reading -> reading.components().stream())
                .forEach(component -> kinds.removeAll(component.kinds()));
        alsoUnknown.forEach(component -> kinds.removeAll(component.kinds()));
        return kinds;
    }

    boolean isRebuilding() {
        return parts.stream().anyMatch(Part::rebuilding);
    }

    /** How the arrays are as a whole: {@code none} where there is none. */
    String arrays() {
        return parts.stream()
                .filter(part -> part.component() == Component.ARRAY)
                .map(Part::state)
                .reduce(State::worse)
                .map(State::word)
                .orElse("none");
    }

    Look with(List<Part> more) {
        List<Part> all = new ArrayList<>(parts);
        all.addAll(more);
        return new Look(all, readings);
    }
}
