package dev.baton.delegates.hardware;

import dev.baton.action.Observation;
import dev.baton.delegates.hardware.part.Component;
import dev.baton.delegates.hardware.part.Part;
import dev.baton.delegates.hardware.part.Reading;
import dev.baton.delegates.hardware.part.State;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What earlier looks at a device saw: its sources and its parts, each with the day since when it is in its state.
 *
 * @param sources by name, with what they told of
 */
record Memory(Map<String, Set<Component>> sources, List<Remembered> parts) {

    static final String KIND = "hardware";

    /** One part as it was. */
    record Remembered(Part part, LocalDate since) {}

    static Memory empty() {
        return new Memory(Map.of(), List.of());
    }

    static Memory of(Map<String, Object> content) {
        Map<String, Set<Component>> sources = new LinkedHashMap<>();
        maps(content.get("sources"))
                .forEach(source -> sources.put(
                        text(source, "name"),
                        Stream.of(text(source, "tells").split(" "))
                                .map(Component::of)
                                .collect(Collectors.toSet())));
        List<Remembered> parts = maps(content.get("parts")).stream()
                .map(part -> new Remembered(
                        new Part(
                                Component.of(text(part, "component")),
                                text(part, "place"),
                                State.valueOf(text(part, "state")),
                                false,
                                text(part, "serial"),
                                text(part, "model"),
                                List.of(),
                                text(part, "source")),
                        LocalDate.parse(text(part, "since"))))
                .toList();
        return new Memory(sources, parts);
    }

    private static List<Map<?, ?>> maps(@Nullable Object list) {
        List<Map<?, ?>> maps = new ArrayList<>();
        if (list instanceof List<?> items) {
            items.forEach(item -> maps.add((Map<?, ?>) item));
        }
        return maps;
    }

    private static String text(Map<?, ?> map, String key) {
        Object value = map.get(key);
        return value == null ? "" : value.toString();
    }

    /** The sources that told something before and are not there any more. */
    Map<String, Set<Component>> silent(Look look) {
        Map<String, Set<Component>> silent = new LinkedHashMap<>(sources);
        look.readings().stream().map(Reading::source).forEach(silent::remove);
        return silent;
    }

    /** The parts that were there and are not any more, although their source was read. */
    List<Part> missing(Look look) {
        Set<String> readable = look.readable();
        return parts.stream()
                .map(Remembered::part)
                .filter(part -> part.component().isMissed() && readable.contains(part.source()))
                .filter(part -> look.parts().stream().noneMatch(part::isSame))
                .map(part -> new Part(
                        part.component(),
                        part.place(),
                        State.MISSING,
                        false,
                        part.serial(),
                        part.model(),
                        List.of(part.source() + " does not tell of it any more"),
                        part.source()))
                .toList();
    }

    /** Since when a part is in its state. */
    LocalDate since(Part part, LocalDate today) {
        return parts.stream()
                .filter(earlier -> earlier.part().isSame(part) && earlier.part().state() == part.state())
                .map(Remembered::since)
                .findFirst()
                .orElse(today);
    }

    /** What to remember of a look: of what could not be read, what was known before. */
    Observation after(Look look, LocalDate today, boolean forgetMissing) {
        Map<String, Set<Component>> known = new LinkedHashMap<>(forgetMissing ? Map.of() : silent(look));
        look.readings().forEach(reading -> {
            if (reading.isReadable() && !reading.parts().isEmpty()) {
                known.put(reading.source(), reading.components());
            } else if (sources.containsKey(reading.source())) {
                known.put(reading.source(), sources.get(reading.source()));
            }
        });
        Set<String> readable = new HashSet<>(look.readable());
        List<Map<String, Object>> remembered = new ArrayList<>();
        look.parts().stream()
                .filter(part -> part.component() != Component.TEMPERATURE || part.state() != State.OK)
                .forEach(part -> remembered.add(content(part, since(part, today))));
        parts.stream()
                .filter(earlier -> !readable.contains(earlier.part().source()))
                .filter(earlier -> known.containsKey(earlier.part().source()))
                .filter(earlier -> look.parts().stream().noneMatch(earlier.part()::isSame))
                .forEach(earlier -> remembered.add(content(earlier.part(), earlier.since())));
        // Kernels and agents count in another order after a restart; that is no change.
        remembered.sort(Comparator.comparing(part -> part.get("component") + " " + part.get("place")));
        List<Map<String, Object>> told = known.entrySet().stream()
                .<Map<String, Object>>map(source -> Map.of(
                        "name",
                        source.getKey(),
                        "tells",
                        source.getValue().stream().map(Component::word).sorted().collect(Collectors.joining(" "))))
                .toList();
        return Observation.kept(KIND, Map.of("sources", told, "parts", remembered));
    }

    private static Map<String, Object> content(Part part, LocalDate since) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("component", part.component().word());
        content.put("place", part.place());
        content.put("state", part.state().name());
        content.put("serial", part.serial());
        content.put("model", part.model());
        content.put("since", since.toString());
        content.put("source", part.source());
        return content;
    }
}
