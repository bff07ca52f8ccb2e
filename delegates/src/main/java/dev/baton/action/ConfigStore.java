package dev.baton.action;

import dev.baton.action.LastChange.Author;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where configuration revisions are kept. */
public interface ConfigStore {

    /** Keeps a dump of a device's configuration; one that equals the last revision only renews its time of verification. */
    Revision save(Dump dump);

    /** The last revision of a device. */
    default Optional<Kept> last(String device) {
        return Optional.empty();
    }

    /** Remembers that the device says that nothing changed since its last revision. */
    default void confirm(String device, int number) {
        throw new UnsupportedOperationException("there is no revision " + number + " of " + device);
    }

    /** The last change of a device's configuration; empty while there is no second revision. */
    default Optional<Change> lastChange(String device) {
        return Optional.empty();
    }

    /**
     * A configuration as a device showed it.
     *
     * @param run the reference of the run that fetched it
     * @param configuration without volatile lines and without secrets
     * @param reason why it was fetched, for the revision's history
     * @param mark what the device says after each change, asked for before the fetch; null when it does not tell
     * @param author who made its last change, as the device tells; null when it does not tell
     */
    record Dump(
            String run,
            String device,
            String configuration,
            String reason,
            @Nullable String mark,
            @Nullable Author author) {

        /** A dump of which no more is known. */
        public Dump(String run, String device, String configuration, String reason) {
            this(run, device, configuration, reason, null, null);
        }
    }

    /**
     * What a dump came to.
     *
     * @param number 1 for the device's first revision
     * @param changed whether this dump made a new revision
     */
    record Revision(int number, String sha256, boolean changed, int addedLines, int removedLines) {}

    /**
     * A revision that is kept.
     *
     * @param bytes its length in UTF-8
     * @param mark what the device said when it was last fetched; null when it did not tell
     * @param authorSeen the device's words about who made it; null when it did not tell
     * @param goodAt when it was last fetched, or the device last said that nothing changed
     * @param fetchDue whether it is to be fetched again whatever the device says, because the last fetch is long ago
     */
    record Kept(
            int number,
            String sha256,
            int bytes,
            @Nullable String mark,
            @Nullable String authorSeen,
            Instant goodAt,
            boolean fetchDue) {}

    /**
     * What made the last revision.
     *
     * @param lines those that went and came, with {@code -} and {@code +} in front, and between them the lines around
     */
    record Change(Instant at, String run, String reason, List<String> lines) {

        public Change {
            lines = List.copyOf(lines);
        }
    }
}
