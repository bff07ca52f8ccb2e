package dev.baton.delegates.link.optics;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The power of light at one end of a fibre.
 *
 * @param dbm null when it is not known
 * @param low the alarm threshold that the module itself has; null when it has none
 */
public record Light(@Nullable Double dbm, @Nullable Double low) {

    static final Light UNKNOWN = new Light(null, null);
    private static final double DARK = -30;

    /** {@code dark}, {@code weak} only where there is a threshold, {@code ok}, or {@code unknown}. */
    public String word() {
        if (dbm == null) {
            return "unknown";
        }
        if (dbm <= DARK) {
            return "dark";
        }
        return low != null && dbm < low ? "weak" : "ok";
    }

    /** For people. */
    public String text() {
        if (dbm == null) {
            return "not known";
        }
        String power = String.format(Locale.ROOT, "%.1f dBm", dbm);
        return low == null ? power : power + String.format(Locale.ROOT, ", alarm below %.1f dBm", low);
    }
}
