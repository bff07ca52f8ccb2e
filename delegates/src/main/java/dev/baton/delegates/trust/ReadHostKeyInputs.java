package dev.baton.delegates.trust;

import dev.baton.action.Input;
import jakarta.validation.constraints.NotBlank;

/** Whose key {@link ReadHostKey} looks up. */
record ReadHostKeyInputs(
        @Input(label = "Device", description = "The name of the device.", prefilled = "${query}") @NotBlank
        String device) {}
