package dev.baton.secret;

import java.util.Map;

/** Secrets for tests of other packages. */
public final class TestSecrets {

    private TestSecrets() {}

    public static Secrets fromFiles() {
        return new ReferencedSecrets(Map.of());
    }
}
