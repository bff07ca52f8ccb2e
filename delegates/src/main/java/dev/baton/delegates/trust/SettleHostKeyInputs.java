package dev.baton.delegates.trust;

import dev.baton.action.Input;
import jakarta.validation.constraints.NotBlank;

/** Which key {@link SettleHostKey} settles. */
record SettleHostKeyInputs(
        @Input(label = "Changed host key", description = "As readHostKey found it.", prefilled = "${hostKeyChange}")
        @NotBlank
        String hostKeyChange) {}
