package dev.baton.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a token by which scripts sign in; never the token itself.
 *
 * @param person whose rights it carries, those of the moment it is used
 * @param usedAt last use, to the minute
 */
public record AccessToken(
        String id,
        String person,
        String purpose,
        Instant madeAt,
        Instant expiresAt,
        @Nullable Instant usedAt,
        @Nullable Instant revokedAt,
        @Nullable String revokedBy) {

    public boolean isValidAt(Instant time) {
        return revokedAt == null && time.isBefore(expiresAt);
    }
}
