package dev.baton.delegates.firmware;

import dev.baton.action.Device;
import dev.baton.action.Observation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** What a look at a device finds out, each value with its source. What is found first stays. */
final class Firmware {

    static final String KIND = "firmware";
    static final String VERSION = "version";
    static final String MODEL = "model";
    static final String SERIAL = "serial";
    static final String VENDOR = "vendor";
    static final String PLATFORM = "platform";
    static final String DESCRIPTION = "description";

    private final Map<String, Object> values = new LinkedHashMap<>();
    private final Map<String, Object> sources = new LinkedHashMap<>();
    private final List<Map<String, Object>> parts = new ArrayList<>();
    private boolean incomplete;

    void put(String name, String value, String source) {
        if (!value.isBlank() && !values.containsKey(name)) {
            values.put(name, name.equals(VERSION) ? value.strip().replaceFirst("[.,;:]+$", "") : value.strip());
            sources.put(name, source);
        }
    }

    /** The value; empty when it is not known. */
    String value(String name) {
        return Objects.toString(values.get(name), "");
    }

    /** What a policy is asked with; a device that does not say what it is counts as what the inventory says. */
    Map<String, Object> asked(Device device) {
        String platform = value(PLATFORM);
        return Map.of(
                PLATFORM,
                platform.isEmpty() ? device.platform() : platform,
                VENDOR,
                value(VENDOR),
                MODEL,
                value(MODEL),
                "role",
                Objects.requireNonNullElse(device.role(), ""),
                "criticality",
                device.criticality().name().toLowerCase(Locale.ROOT));
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    boolean isEmpty() {
        return values.isEmpty() && parts.isEmpty();
    }

    void part(String name, String version, String source) {
        if (!version.isBlank()) {
            part(Map.of("name", name, "version", version.strip(), "source", source));
        }
    }

    void part(Map<String, Object> part) {
        parts.add(part);
    }

    /** The device did not answer a question beyond the first. */
    void missed() {
        incomplete = true;
    }

    /** What it left unanswered is as it was before; only the version is never taken from an earlier look. */
    void fillFrom(Map<String, Object> before) {
        if (!incomplete) {
            return;
        }
        Map<?, ?> earlier = before.get("sources") instanceof Map<?, ?> map ? map : Map.of();
        for (String name : List.of(PLATFORM, VENDOR, MODEL, SERIAL)) {
            put(name, Objects.toString(before.get(name), ""), Objects.toString(earlier.get(name), ""));
        }
        if (before.get("parts") instanceof List<?> list && list.size() > parts.size()) {
            parts.clear();
            list.forEach(part -> {
                Map<String, Object> copy = new LinkedHashMap<>();
                ((Map<?, ?>) part).forEach((name, value) -> copy.put(name.toString(), value));
                parts.add(copy);
            });
        }
    }

    /** What is kept of it. When it was seen is kept beside it, so that a device that stays as it is makes no history. */
    Observation observation() {
        Map<String, Object> content = new LinkedHashMap<>(values);
        content.put("sources", sources);
        content.put("parts", parts);
        return Observation.kept(KIND, content);
    }

    /** The values without their sources. */
    Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>(values);
        facts.remove(DESCRIPTION);
        return facts;
    }

    /** One sentence for people. */
    String sentence() {
        String what = values.getOrDefault(MODEL, values.getOrDefault(PLATFORM, "a device of unknown kind"))
                .toString();
        Object version = values.get(VERSION);
        return what
                + (version == null ? " that tells no version" : " runs " + version)
                + (parts.isEmpty() ? "" : ", " + parts.size() + (parts.size() == 1 ? " part" : " parts"));
    }
}
