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
 * @param held whether somebody holds the package at its version
 */
record Update(
        @JsonProperty("package") String name,
        @Nullable String from,
        String to,
        String origin,
        @Nullable String requires,
        @Nullable String kernel,
        @Nullable String restarts,
        boolean held) {

    /** The line of a simulated installation. */
    String instLine() {
        return "Inst " + name + (from == null ? "" : " [" + from + "]") + " (" + candidate() + ")\n";
    }

    /** The line of a simulated way back to the version from before. */
    String downgradeLine() {
        return "Inst " + name + " [" + to + "] (" + from + " " + origin + " [amd64])\n";
    }

    /** The same version for a host that has another one. */
    Update since(String installed) {
        return new Update(name, installed, to, origin, requires, kernel, restarts, held);
    }

    String confLine() {
        return "Conf " + name + " (" + candidate() + ")\n";
    }

    private String candidate() {
        return to + " " + origin + " [amd64]";
    }
}
