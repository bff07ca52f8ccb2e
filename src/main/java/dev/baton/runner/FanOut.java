package dev.baton.runner;

import dev.baton.action.Input;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** The inputs that every device step has beside its delegate's own. */
record FanOut(
        @Input(label = "Targets", description = "The target set, usually ${targets}.")
        String targets,

        @Min(1) @Max(200) @Input(label = "Concurrency", description = "Devices at the same time.", value = "10")
        int concurrency,

        @Input(label = "Batches", description = "Sizes of successive batches.", value = "rest")
        String batches,

        @Input(label = "Failures allowed", description = "A count or a percentage.", value = "0")
        String maxFailures,

        @Input(label = "On failure", description = "What happens to the others.", value = "stop")
        OnFailure onFailure) {

    /** What a device waits for until it is begun. */
    String turn() {
        String together = "its turn, " + concurrency + (concurrency == 1 ? " device" : " devices") + " at a time";
        return batches.strip().equals("rest") ? together : together + " in batches of " + batches.strip();
    }

    FailureLimit limit() {
        return FailureLimit.parse(maxFailures);
    }
}
