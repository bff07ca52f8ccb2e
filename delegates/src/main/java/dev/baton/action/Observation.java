package dev.baton.action;

import java.util.Map;

/**
 * What an action saw of a device and what later runs want to know: its firmware, the counters of its ports, how far its log was
 * read.
 *
 * @param kind kebab-case noun, e.g. {@code firmware}
 * @param content JSON-like: strings, numbers, booleans, lists and maps of them
 * @param history whether a content that differs is kept beside the earlier ones; otherwise it takes their place
 */
public record Observation(String kind, Map<String, Object> content, boolean history) {

    public Observation {
        content = Map.copyOf(content);
    }

    /** Only the latest matters, e.g. counters or a bookmark. */
    public static Observation latest(String kind, Map<String, Object> content) {
        return new Observation(kind, content, false);
    }

    /** Every change matters, e.g. of firmware. What changes with every look does not belong into it. */
    public static Observation kept(String kind, Map<String, Object> content) {
        return new Observation(kind, content, true);
    }
}
