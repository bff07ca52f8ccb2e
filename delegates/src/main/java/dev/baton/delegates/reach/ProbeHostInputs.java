package dev.baton.delegates.reach;

import dev.baton.action.Input;
import jakarta.validation.constraints.NotEmpty;
import java.time.Duration;
import java.util.List;

/** What {@link ProbeHost} tries. */
record ProbeHostInputs(
        @Input(
                label = "Ports",
                description = "TCP ports of the device's address, one per line or separated by commas.",
                value = "22, 443, 80")
        @NotEmpty
        List<String> ports,

        @Input(label = "Limit", description = "How long one attempt may take, e.g. PT5S.", value = "PT5S")
        Duration limit) {}
