package dev.baton.history;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How far the devices of a step are.
 *
 * @param active devices that are being worked on now
 * @param failed failed, refused or not applied
 * @param unknown nobody knows whether the command took effect; a person decides
 * @param held not started because too many others had failed, or cancelled before they began
 * @param left how long the rest will take at the pace so far; null when nothing is open or nothing finished yet
 */
public record Counts(
        int total,
        int active,
        int succeeded,
        int failed,
        int unknown,
        int held,
        int changed,
        @Nullable Duration left) {

    /** Devices that need no more work. */
    public int done() {
        return succeeded + failed + unknown + held;
    }
}
