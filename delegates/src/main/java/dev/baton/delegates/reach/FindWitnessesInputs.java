package dev.baton.delegates.reach;

import dev.baton.action.Input;
import jakarta.validation.constraints.NotBlank;

/** For whom {@link FindWitnesses} looks. */
record FindWitnessesInputs(
        @Input(label = "Targets", description = "The target set with the host.", prefilled = "${targets}") @NotBlank
        String targets) {}
