package dev.baton.delegates.restore;

import dev.baton.action.Input;
import jakarta.validation.constraints.NotBlank;

/** Whose configurations {@link CheckConfigSyntax} checks. */
record CheckConfigSyntaxInputs(
        @Input(
                label = "Sample",
                description = "The target set of the devices whose last revisions are checked on this host.")
        @NotBlank
        String sample) {}
