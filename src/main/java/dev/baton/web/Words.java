package dev.baton.web;

import dev.baton.history.Counts;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts times, durations and states into the words of the pages. */
@Component("words")
public class Words {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final Clock clock;

    Words() {
        this.clock = Clock.systemUTC();
    }

    public Instant now() {
        return clock.instant();
    }

    /** In UTC, to the second. */
    public String time(Instant time) {
        return TIME.format(time);
    }

    /** How long ago, or in how long. */
    public String ago(Instant time) {
        Duration age = Duration.between(time, now());
        if (age.abs().compareTo(Duration.ofSeconds(2)) < 0) {
            return "just now";
        }
        return age.isNegative() ? "in " + rough(age.negated()) : rough(age) + " ago";
    }

    /** To two units, e.g. {@code 2 min 5 s}. */
    public String duration(@Nullable Duration duration) {
        if (duration == null || duration.isNegative()) {
            return "";
        }
        if (duration.compareTo(Duration.ofSeconds(1)) < 0) {
            return duration.toMillis() + " ms";
        }
        if (duration.compareTo(Duration.ofSeconds(10)) < 0) {
            return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
        }
        if (duration.compareTo(MINUTE) < 0) {
            return duration.toSeconds() + " s";
        }
        if (duration.compareTo(HOUR) < 0) {
            return duration.toMinutes() + " min " + duration.toSecondsPart() + " s";
        }
        if (duration.compareTo(DAY) < 0) {
            return duration.toHours() + " h " + duration.toMinutesPart() + " min";
        }
        return duration.toDays() + " d " + duration.toHoursPart() + " h";
    }

    /** How long something took, or has taken until now. */
    public String took(Instant start, @Nullable Instant end) {
        return duration(Duration.between(start, end == null ? now() : end));
    }

    /** To one unit, for ages and estimates. */
    public String rough(Duration duration) {
        if (duration.compareTo(MINUTE) < 0) {
            return duration.toSeconds() + " s";
        }
        if (duration.compareTo(HOUR) < 0) {
            return duration.plusSeconds(30).toMinutes() + " min";
        }
        if (duration.compareTo(DAY) < 0) {
            return duration.plusMinutes(30).toHours() + " h";
        }
        return duration.toDays() + (duration.toDays() == 1 ? " day" : " days");
    }

    /** E.g. {@code 38 of 120 devices, 1 failed, about 2 min left}. */
    public String progress(Counts counts) {
        StringBuilder words = new StringBuilder()
                .append(counts.done())
                .append(" of ")
                .append(counts.total())
                .append(counts.total() == 1 ? " device" : " devices");
        part(words, counts.failed(), " failed");
        part(words, counts.unknown(), " unknown");
        part(words, counts.held(), " held");
        Duration left = counts.left();
        if (left != null) {
            words.append(", about ").append(rough(left)).append(" left");
        }
        return words.toString();
    }

    /** A state as a word: {@code NOT_APPLIED} is "Not applied". */
    public String state(Object state) {
        String name = state.toString().replace('_', ' ').toLowerCase(Locale.ROOT);
        return name.isEmpty() ? "" : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /** The colour and icon of a state: one of seven that the style sheet and the icons know. */
    public String tone(Object state) {
        return switch (state.toString()) {
            case "RUNNING", "INTENT", "SENT" -> "running";
            case "WAITING", "HELD", "DRAINING", "ACKNOWLEDGED" -> "waiting";
            case "COMPLETED", "SUCCEEDED", "RESOLVED", "OK" -> "done";
            case "FAILED", "REFUSED", "CRITICAL", "QUARANTINED", "LOST", "MISSING" -> "failed";
            case "UNKNOWN", "OPEN", "WARNING", "DEGRADED", "PREDICTED_FAILURE" -> "unknown";
            default -> "quiet";
        };
    }

    /** What a device said, with control characters made visible and bytes that are no text replaced. */
    public String visible(byte[] content) {
        return visible(new String(content, StandardCharsets.UTF_8));
    }

    /** A text with control characters made visible; line ends and tabs stay. */
    public String visible(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        text.replace("\r\n", "\n").codePoints().forEach(point -> {
            if (point == '\n' || point == '\t' || point >= ' ' && point != 0x7f && !hidden(point)) {
                visible.appendCodePoint(point);
            } else if (point < ' ') {
                visible.appendCodePoint(0x2400 + point);
            } else if (point == 0x7f) {
                visible.append('\u2421');
            } else {
                visible.append(String.format(Locale.ROOT, "<U+%04X>", point));
            }
        });
        return visible.toString();
    }

    /** A byte count as people say it. */
    public String bytes(long bytes) {
        if (bytes < 1024) {
            return bytes + " B";
        }
        return bytes < 1024 * 1024
                ? String.format(Locale.ROOT, "%.1f KiB", bytes / 1024.0)
                : String.format(Locale.ROOT, "%.1f MiB", bytes / 1024.0 / 1024.0);
    }

    /** Characters that would turn or hide the text around them. */
    private static boolean hidden(int point) {
        int type = Character.getType(point);
        return type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE;
    }

    private static void part(StringBuilder words, int count, String what) {
        if (count > 0) {
            words.append(", ").append(count).append(what);
        }
    }
}
