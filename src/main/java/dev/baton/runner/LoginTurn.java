package dev.baton.runner;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The leave to log in once with some credentials, and the slots that it takes for those that have not proved good. */
final class LoginTurn {

    private final Set<String> credentials;
    private final Map<String, Lease> slots = new HashMap<>();

    LoginTurn(Set<String> credentials) {
        this.credentials = Set.copyOf(credentials);
    }

    Set<String> credentials() {
        return credentials;
    }

    void takes(String credential, Lease slot) {
        slots.put(credential, slot);
    }

    /** The slot of a credential, which is no longer given back with the others. */
    Optional<Lease> keep(String credential) {
        return Optional.ofNullable(slots.remove(credential));
    }

    Iterable<Lease> slots() {
        return slots.values();
    }
}
