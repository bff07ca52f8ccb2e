package dev.baton.delegates.targets;

import dev.baton.action.Input;
import jakarta.validation.constraints.NotBlank;

/** What {@link PlanWaves} plans. */
record PlanWavesInputs(
        @Input(label = "Targets", description = "The target set to take from.", prefilled = "${targets}") @NotBlank
        String targets,

        @Input(
                label = "Batches",
                description = "Sizes one after the other, e.g. 1, 10%, 50%, rest; the last one repeats.",
                value = "rest")
        String batches) {}
