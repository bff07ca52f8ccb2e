package dev.baton.delegates.hardware.host;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The counters of a host's drives that only mean something when they grow.
 *
 * @param drives by serial number
 */
public record SmartCounters(Map<String, Counts> drives) {

    /** So many more defects within a week mean that a drive is about to fail. */
    private static final long DEFECTS_A_WEEK = 10;

    private static final Duration WEEK = Duration.ofDays(7);

    public SmartCounters {
        drives = Map.copyOf(drives);
    }

    /**
     * One drive's.
     *
     * @param defects sectors and blocks that were lost, when the week began
     * @param pending sectors that could not be read, now
     * @param since when the week began
     */
    public record Counts(long defects, long pending, Instant since) {}

    /** Why the counters of a drive mean that it is about to fail; empty when they do not. */
    List<String> alarms(String serial, long defects, long pending) {
        Counts earlier = drives.get(serial);
        if (earlier == null) {
            return List.of();
        }
        if (defects - earlier.defects() >= DEFECTS_A_WEEK) {
            return List.of("it lost " + (defects - earlier.defects()) + " sectors since " + earlier.since());
        }
        return pending > 0 && earlier.pending() > 0
                ? List.of(pending + " sectors cannot be read, as before")
                : List.of();
    }

    /** The counters to remember for the next run. */
    SmartCounters with(String serial, long defects, long pending, Instant now) {
        Map<String, Counts> all = new HashMap<>(drives);
        Counts earlier = all.get(serial);
        boolean weekGoesOn = earlier != null
                && earlier.defects() <= defects
                && !earlier.since().plus(WEEK).isBefore(now);
        all.put(
                serial,
                weekGoesOn && earlier != null
                        ? new Counts(earlier.defects(), pending, earlier.since())
                        : new Counts(defects, pending, now));
        return new SmartCounters(all);
    }

    /** @param content as {@link #content} gave it */
    public static SmartCounters of(Map<String, Object> content) {
        Map<String, Counts> all = new HashMap<>();
        content.forEach((serial, counts) -> {
            String[] words = counts.toString().split(" ");
            all.put(serial, new Counts(Long.parseLong(words[0]), Long.parseLong(words[1]), Instant.parse(words[2])));
        });
        return new SmartCounters(all);
    }

    /** To be remembered: by serial number the defects, the pending sectors and since when. */
    public Map<String, Object> content() {
        Map<String, Object> content = new TreeMap<>();
        drives.forEach((serial, counts) ->
                content.put(serial, counts.defects() + " " + counts.pending() + " " + counts.since()));
        return content;
    }
}
