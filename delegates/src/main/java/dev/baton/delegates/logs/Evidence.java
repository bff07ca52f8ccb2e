package dev.baton.delegates.logs;

import dev.baton.delegates.logs.drive.Drive;
import dev.baton.delegates.logs.pattern.Sign;
import dev.baton.delegates.logs.pattern.Signal;
import dev.baton.delegates.logs.source.LogLine;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the logs have said of one drive. A burst of lines of one minute counts once for each sign. */
final class Evidence {

    private static final int MOST_LINES = 8;
    private static final int LONGEST_LINE = 400;

    private final Drive drive;
    private final Map<Sign, Integer> counts = new EnumMap<>(Sign.class);
    private final Map<Sign, String> moments = new EnumMap<>(Sign.class);
    private final Map<String, String> lines = new LinkedHashMap<>();
    private Instant last;

    Evidence(Drive drive, Instant last) {
        this.drive = drive;
        this.last = last;
    }

    void add(Signal signal, LogLine line, Instant now) {
        if (!line.moment().equals(moments.put(signal.sign(), line.moment()))) {
            counts.merge(signal.sign(), 1, Integer::sum);
        }
        if (lines.size() < MOST_LINES || lines.containsKey(signal.pattern())) {
            String text = line.text();
            lines.put(signal.pattern(), text.length() > LONGEST_LINE ? text.substring(0, LONGEST_LINE) + "..." : text);
        }
        last = now;
    }

    Drive drive() {
        return drive;
    }

    Instant last() {
        return last;
    }

    int count(Sign sign) {
        return counts.getOrDefault(sign, 0);
    }

    /** The raw lines, the latest of each pattern. */
    String raw() {
        return String.join("\n", lines.values());
    }

    /** For people, e.g. {@code 3 x medium error, 1 x timeout}. */
    String words() {
        return counts.entrySet().stream()
                .map(count -> count.getValue() + " x " + count.getKey().words())
                .collect(Collectors.joining(", "));
    }

    Map<String, Object> content() {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("name", drive.name());
        content.put("serial", drive.serial());
        content.put("model", drive.model());
        content.put("hctl", drive.hctl());
        content.put("ataPort", drive.ataPort());
        content.put("bay", drive.bay());
        content.put("last", last.toString());
        content.put(
                "signs",
                counts.entrySet().stream()
                        .map(count -> Map.of(
                                "sign",
                                count.getKey().name(),
                                "count",
                                count.getValue(),
                                "moment",
                                moments.getOrDefault(count.getKey(), "")))
                        .toList());
        content.put("lines", new LinkedHashMap<>(lines));
        return content;
    }

    /** Reads what {@link #content} wrote. */
    static Evidence of(Map<?, ?> content) {
        Drive drive = new Drive(
                text(content, "name"),
                text(content, "serial"),
                text(content, "model"),
                text(content, "hctl"),
                text(content, "ataPort"),
                text(content, "bay"));
        Evidence evidence = new Evidence(drive, Instant.parse(text(content, "last")));
        if (content.get("signs") instanceof List<?> signs) {
            for (Object item : signs) {
                if (item instanceof Map<?, ?> sign && sign.get("count") instanceof Number count) {
                    evidence.counts.put(Sign.valueOf(text(sign, "sign")), count.intValue());
                    evidence.moments.put(Sign.valueOf(text(sign, "sign")), text(sign, "moment"));
                }
            }
        }
        if (content.get("lines") instanceof Map<?, ?> lines) {
            lines.forEach((pattern, line) -> evidence.lines.put(pattern.toString(), line.toString()));
        }
        return evidence;
    }

    private static String text(Map<?, ?> content, String key) {
        return content.get(key) instanceof String text ? text : "";
    }
}
