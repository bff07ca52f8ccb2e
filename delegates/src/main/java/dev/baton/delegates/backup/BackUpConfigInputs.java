package dev.baton.delegates.backup;

import dev.baton.action.Input;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** Why {@link BackUpConfig} is asked, and how far it trusts what a device says. */
record BackUpConfigInputs(
        @Input(
                label = "Reason",
                description = "Why the configuration is kept now; it stands in the revision's history.",
                value = "backup")
        String reason,

        @Input(
                label = "Fetch always",
                description =
                        "Whether to fetch the whole configuration even where the device says that nothing changed since"
                                + " the last time.",
                value = "false")
        Boolean always,

        @Input(
                label = "Quiet time",
                description =
                        "For a start right after a change: how long to wait for the end of it, such as PT1M. What another run"
                                + " backed up meanwhile is left, and it is read until two readings in a row are alike.",
                value = "PT0S")
        Duration quietTime,

        @Input(
                label = "Smallest share",
                description =
                        "How much of the last revision a new one has at least, in percent; a smaller one counts as"
                                + " incomplete. 0 accepts any.",
                value = "50")
        @Min(0)
        @Max(100)
        Integer smallestShare) {

    /** Whether it begins right after a change, which may go on. */
    boolean waits() {
        return !quietTime.isZero() && !quietTime.isNegative();
    }
}
