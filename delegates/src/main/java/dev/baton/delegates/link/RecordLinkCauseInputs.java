package dev.baton.delegates.link;

import dev.baton.action.Input;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

/** What {@link RecordLinkCause} records. */
record RecordLinkCauseInputs(
        @Input(label = "Targets", description = "The target set with the device.", prefilled = "${targets}") @NotBlank
        String targets,

        @Input(label = "Port", description = "The name of the port.", prefilled = "${port}") @NotBlank
        String port,

        @Input(
                label = "Cause",
                description = "Why the link is down; empty when it is up again.",
                prefilled = "${cause}")
        @Nullable
        String cause,

        @Input(label = "Confidence", description = "In percent.", value = "0", prefilled = "${confidence}")
        @Min(0)
        @Max(100)
        Integer confidence,

        @Input(label = "Next step", description = "What to do about it.", prefilled = "${nextStep}") @Nullable
        String nextStep,

        @Input(label = "Evidence", description = "What was seen at both ends.", prefilled = "${evidence}") @Nullable
        String evidence) {}
