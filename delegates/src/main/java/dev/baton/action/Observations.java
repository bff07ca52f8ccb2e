package dev.baton.action;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What earlier actions saw of devices. An action adds to it by {@link Result#observing}. */
public interface Observations {

    /** What was seen last. */
    Optional<Seen> latest(String device, String kind);

    /** The latest first, each different from the one before it. @param most at least 1 */
    List<Seen> history(String device, String kind, int most);

    /** The latest of every device, by device name. */
    Map<String, Seen> latest(String kind);

    /**
     * One content and how long it was so.
     *
     * @param since when it was seen first
     * @param seenAt when it was seen last
     * @param run the reference of the run that saw it last
     */
    record Seen(Map<String, Object> content, Instant since, Instant seenAt, String run) {

        public Seen {
            content = Map.copyOf(content);
        }
    }
}
