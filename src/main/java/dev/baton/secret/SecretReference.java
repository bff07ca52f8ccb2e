package dev.baton.secret;

import org.jspecify.annotations.Nullable;

/**
 * Where a secret is found. Holds no secret itself.
 *
 * @param uri {@code env:NAME} or {@code file:PATH}: the secret, or the first one of a secret that Baton keeps
 * @param stored of which version it is, in Baton's store; null for a secret that Baton does not keep
 */
public record SecretReference(String uri, @Nullable Stored stored) {

    /** A secret that Baton does not keep. */
    public SecretReference(String uri) {
        this(uri, null);
    }

    /** The current version of a secret that Baton keeps, shared by all devices. */
    public static SecretReference stored(String name, String first) {
        return new SecretReference(first, new Stored(name, "", Which.CURRENT));
    }

    /** The secret as it is for one device; a secret that Baton does not keep is the same for all. */
    public SecretReference on(String device) {
        return stored == null ? this : new SecretReference(uri, new Stored(stored.name(), device, stored.which()));
    }

    /** Another version of it. */
    public SecretReference version(Which which) {
        return stored == null ? this : new SecretReference(uri, new Stored(stored.name(), stored.device(), which));
    }

    /** @param device empty for a secret that is not bound to one */
    public record Stored(String name, String device, Which which) {}

    /** Which of the versions. */
    public enum Which {
        PREVIOUS,
        CURRENT,
        PENDING
    }
}
