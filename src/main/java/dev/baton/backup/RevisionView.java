package dev.baton.backup;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A revision of a device's configuration, without its content.
 *
 * @param number 1 for the device's first revision
 * @param run the reference of the run that fetched it
 * @param verifiedAt when a dump last showed the same configuration
 * @param confirmedAt when the device last said that nothing changed, so that it was not fetched; null if it never did since
 * @param author who made the change, as the device told; null when it did not tell
 * @param authorSeen the device's own words about it
 * @param mirrored whether the Git repository has it
 */
public record RevisionView(
        String device,
        int number,
        String sha256,
        int bytes,
        int addedLines,
        int removedLines,
        String run,
        String reason,
        Instant createdAt,
        Instant verifiedAt,
        @Nullable Instant confirmedAt,
        @Nullable String author,
        @Nullable String authorSeen,
        boolean mirrored) {

    /** When it was last known to be what runs. */
    public Instant goodAt() {
        return Objects.requireNonNullElse(confirmedAt, verifiedAt);
    }
}
