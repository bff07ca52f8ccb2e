package dev.baton.delegates.compliance;

import dev.baton.action.Input;
import org.jspecify.annotations.Nullable;

/** What {@link CheckCompliance} compares with. */
record CheckComplianceInputs(
        @Input(
                label = "Rules",
                description =
                        "A YAML file in the folder for files; empty for the rules that Baton ships as an example.")
        @Nullable
        String rules,

        @Input(label = "SHA-256", description = "Of that file, as sha256sum prints it.") @Nullable
        String digest,

        @Input(
                label = "Intended configurations",
                description =
                        "A YAML list of device, file and sha256 in the folder for files: what each device is meant to"
                                + " have; empty for none.")
        @Nullable
        String intended,

        @Input(label = "SHA-256 of the list", description = "Of the list of intended configurations.") @Nullable
        String intendedDigest,

        @Input(
                label = "Accept",
                description = "Take the configuration as it is now for the accepted one, from which drift counts.",
                value = "false")
        Boolean accept) {}
