package dev.baton.delegates.ports;

import dev.baton.action.Input;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How {@link CheckPorts} tells wanted ports from others. */
record CheckPortsInputs(
        @Input(
                label = "Policy",
                description = "The decision table that says what a port in this state is.",
                value = "port-state",
                prefilled = "port-state")
        @NotBlank
        String policy,

        @Input(
                label = "Must be up",
                description =
                        "A port whose description matches this regular expression must have a link, whatever its case.",
                value = "\\b(up-?link|trunk|core|backbone|transit|inter-?connect|peer-?link|must be up)\\b")
        @Nullable
        String mustBeUp,

        @Input(
                label = "Spare",
                description = "A port whose description matches is shut or empty on purpose.",
                value = "\\b(spare|unused|not used|free|reserved|shut|disabled|decommissioned)\\b")
        @Nullable
        String spare,

        @Input(
                label = "Ignore",
                description = "Ports whose name matches are not looked at.",
                value = "^(lo\\d*$|null|docker|cni|flannel|cali|tap\\w|vnet\\d|unrouted)|loopback")
        @Nullable
        String ignore,

        @Input(
                label = "Memory",
                description = "How long a port without a description counts as used after its link was seen last.",
                value = "P7D")
        Duration memory,

        @Input(label = "Limit", description = "How long one column of the table may take.", value = "PT30S")
        Duration limit) {}
