package dev.baton.lab.host;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A newer version of a package that the archive offers.
 *
 * @param name the package
 * @param from the installed version; null for a package that comes in anew
 * @param origin archive and suite as apt shows them
 * @param requires a package that must be installed along
 * @param kernel the kernel release that it brings, which runs after the next boot
 * @param restarts the service that its installation restarts
 */
record Update(
        @JsonProperty("package") String name,
        @Nullable String from,
        String to,
        String origin,
        @Nullable String requires,
        @Nullable String kernel,
        @Nullable String restarts) {

    /** The line of a simulated installation. */
    String instLine() {
        return "Inst " + name + (from == null ? "" : " [" + from + "]") + " (" + candidate() + ")\n";
    }

    String confLine() {
        return "Conf " + name + " (" + candidate() + ")\n";
    }

    private String candidate() {
        return to + " " + origin + " [amd64]";
    }
}
