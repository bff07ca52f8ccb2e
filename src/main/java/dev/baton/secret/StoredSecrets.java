package dev.baton.secret;

import dev.baton.action.Problem;
import dev.baton.secret.SecretReference.Stored;
import dev.baton.secret.store.SecretStore;
import dev.baton.secret.store.UnsealableException;
import dev.baton.secret.store.Versions;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** Secrets that Baton keeps, and all others. */
@Primary
@Component
class StoredSecrets implements Secrets {

    private final ReferencedSecrets given;
    private final SecretStore store;

    StoredSecrets(ReferencedSecrets given, SecretStore store) {
        this.given = given;
        this.store = store;
    }

    @Override
    public Secret resolve(SecretReference reference) {
        Stored stored = reference.stored();
        if (stored == null) {
            return given.resolve(reference);
        }
        Integer version = version(stored);
        if (version == null) {
            throw Problem.AUTH_FAILED.because("there is no " + stored.which() + " version of " + told(stored));
        }
        return version == 0 ? given.resolve(new SecretReference(reference.uri())) : kept(stored, version);
    }

    private @Nullable Integer version(Stored stored) {
        Versions versions = store.versions(stored.name(), stored.device());
        return switch (stored.which()) {
            case PREVIOUS -> versions.previous();
            case CURRENT -> versions.current();
            case PENDING -> versions.pending();
        };
    }

    private Secret kept(Stored stored, int version) {
        try {
            return store.open(stored.name(), stored.device(), version)
                    .orElseThrow(() -> Problem.AUTH_FAILED.because(
                            "version " + version + " of " + told(stored) + " is not in the store"));
        } catch (UnsealableException e) {
            throw Problem.AUTH_FAILED.because(String.valueOf(e.getMessage()));
        }
    }

    private static String told(Stored stored) {
        return "the secret store:" + stored.name() + (stored.device().isEmpty() ? "" : " for " + stored.device());
    }
}
