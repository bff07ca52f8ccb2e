package dev.baton.secret;

import dev.baton.secret.store.SecretStore;
import java.util.Map;

/** Secrets for tests of other packages. */
public final class TestSecrets {

    private TestSecrets() {}

    public static Secrets fromFiles() {
        return new ReferencedSecrets(Map.of());
    }

    /** Those of files, and those that a store keeps. */
    public static Secrets kept(SecretStore store) {
        return new StoredSecrets(new ReferencedSecrets(Map.of()), store);
    }
}
