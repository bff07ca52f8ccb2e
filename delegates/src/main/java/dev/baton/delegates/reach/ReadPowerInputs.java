package dev.baton.delegates.reach;

import dev.baton.action.Input;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What {@link ReadPower} accepts. */
record ReadPowerInputs(
        @Input(
                label = "Credential",
                description =
                        "The credential of type http-token for controllers with the tag redfish: base64 of user:password.",
                value = "bmc")
        @NotBlank
        String credential,

        @Input(label = "Port", description = "The HTTPS port of Redfish.", value = "443") @Min(1) @Max(65535)
        Integer port,

        @Input(
                label = "Authority",
                description = "A file in the folder of authorities; empty for those that Java trusts.")
        @Nullable
        String ca,

        @Input(label = "Limit", description = "How long the controller may take.", value = "PT10S")
        Duration limit) {}
