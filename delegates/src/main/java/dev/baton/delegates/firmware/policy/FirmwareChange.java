package dev.baton.delegates.firmware.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/** How the firmware of a device differs from what was seen before. */
final class FirmwareChange {

    private static final List<String> WHOLE = List.of("version", "model", "serial");
    private static final List<String> PART = List.of("model", "serial", "version", "firmware");
    private static final int MOST = 20;

    private FirmwareChange() {}

    /** What changed, for people; empty when nothing did. */
    static Optional<String> between(Map<String, Object> before, Map<String, Object> now) {
        Map<String, String> old = values(before);
        Map<String, String> fresh = values(now);
        TreeSet<String> names = new TreeSet<>(fresh.keySet());
        names.addAll(old.keySet());
        List<String> changes = names.stream()
                .filter(name -> !Objects.equals(old.get(name), fresh.get(name)))
                .map(name ->
                        name + " from " + old.getOrDefault(name, "none") + " to " + fresh.getOrDefault(name, "none"))
                .toList();
        String more = changes.size() > MOST ? ", and " + (changes.size() - MOST) + " more" : "";
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.of(String.join(", ", changes.subList(0, Math.min(MOST, changes.size()))) + more);
    }

    private static Map<String, String> values(Map<String, Object> content) {
        Map<String, String> values = new LinkedHashMap<>();
        WHOLE.stream()
                .filter(content::containsKey)
                .forEach(name -> values.put(name, Objects.toString(content.get(name))));
        if (content.get("parts") instanceof List<?> parts) {
            parts.forEach(part -> add(values, (Map<?, ?>) part));
        }
        return values;
    }

    private static void add(Map<String, String> values, Map<?, ?> part) {
        List<String> said = new ArrayList<>();
        PART.stream().map(part::get).filter(Objects::nonNull).forEach(value -> said.add(value.toString()));
        values.merge(Objects.toString(part.get("name")), String.join(" ", said), (one, other) -> one + " and " + other);
    }
}
