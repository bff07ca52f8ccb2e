package dev.baton.delegates.targets;

import dev.baton.action.Input;
import jakarta.validation.constraints.NotBlank;

/** What {@link NarrowTargets} keeps of a set. */
record NarrowTargetsInputs(
        @Input(label = "Targets", description = "The target set to narrow.", prefilled = "${targets}") @NotBlank
        String targets,

        @Input(label = "Only", description = "A query: of the set, the devices that it selects stay.") @NotBlank
        String only) {}
