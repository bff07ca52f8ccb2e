package dev.baton.delegates.link;

import dev.baton.action.Input;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Which port {@link ReadLink} looks at. */
record ReadLinkInputs(
        @Input(
                label = "Port",
                description = "The name of the port, short or long, e.g. Gi1/0/7, or its description.",
                prefilled = "${port}")
        @NotBlank
        String port,

        @Input(
                label = "Spare",
                description = "A port whose description matches this regular expression is shut on purpose.",
                value = "\\b(spare|unused|not used|free|reserved|shut|disabled|decommissioned)\\b")
        @Nullable
        String spare,

        @Input(label = "Limit", description = "How long one column of a table may take.", value = "PT30S")
        Duration limit) {}
