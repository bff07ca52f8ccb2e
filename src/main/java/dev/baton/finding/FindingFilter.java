package dev.baton.finding;

import dev.baton.action.Severity;
import org.jspecify.annotations.Nullable;

/** Which findings to list; a part that is null does not matter. */
public record FindingFilter(
        @Nullable String device,
        @Nullable String kind,
        @Nullable FindingState state,
        @Nullable Severity severity,
        @Nullable String run) {

    public static final FindingFilter EVERYTHING = new FindingFilter(null, null, null, null, null);

    public static FindingFilter of(FindingState state) {
        return new FindingFilter(null, null, state, null, null);
    }

    public static FindingFilter ofDevice(String device) {
        return new FindingFilter(device, null, null, null, null);
    }
}
