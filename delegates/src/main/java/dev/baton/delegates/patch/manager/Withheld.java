package dev.baton.delegates.patch.manager;

import java.util.Map;

/**
 * A package that somebody keeps at its version, with the update that it does not get.
 *
 * @param to the version that waits; empty where the host does not tell
 * @param reason such as {@code held}
 */
public record Withheld(String name, String from, String to, boolean security, String reason) {

    public Map<String, Object> asFact() {
        return Map.of("package", name, "from", from, "to", to, "security", security, "reason", reason);
    }
}
