package dev.baton.backup;

import java.time.Instant;

/**
 * A revision of a device's configuration, without its content.
 *
 * @param number 1 for the device's first revision
 * @param run the reference of the run that fetched it
 * @param verifiedAt when a dump last showed the same configuration
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
        boolean mirrored) {}
