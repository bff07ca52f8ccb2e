package dev.baton.action;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where configuration revisions are kept. */
public interface ConfigStore {

    /**
     * Keeps a dump of a device's configuration; one that equals the last revision only renews its time of verification.
     *
     * @param run the reference of the run that fetched it
     * @param configuration without volatile lines and without secrets
     * @param reason why it was fetched, for the revision's history
     */
    Revision save(String run, String device, String configuration, String reason);

    /**
     * What a dump came to.
     *
     * @param number 1 for the device's first revision
     * @param changed whether this dump made a new revision
     */
    record Revision(int number, String sha256, boolean changed, int addedLines, int removedLines) {}

    /** The last change of a device's configuration; empty while there is no second revision. */
    default Optional<Change> lastChange(String device) {
        return Optional.empty();
    }

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
