package dev.baton.delegates.patch.manager;

import java.util.Map;

/**
 * A pending patch.
 *
 * @param name of the package, or of the patch where a distribution bundles packages
 * @param from the installed version; empty for a package that comes new
 * @param security whether it comes from the distribution's security updates
 */
public record Patch(String name, String from, String to, boolean security) {

    public Map<String, Object> asFact() {
        return Map.of("package", name, "from", from, "to", to, "security", security);
    }
}
