package dev.baton.delegates.finding;

import dev.baton.action.Input;
import dev.baton.action.Severity;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

/** What {@link RecordFinding} records, and for which devices. */
record RecordFindingInputs(
        @Input(
                label = "Targets",
                description = "The target set whose devices get the finding; nothing happens when it is empty.",
                prefilled = "${failedTargets}")
        @Nullable
        String targets,

        @Input(label = "Kind", description = "What was found, in kebab-case, e.g. backup-failed.") @NotBlank
        String kind,

        @Input(label = "Severity", description = "How soon somebody should look at it.", value = "WARNING")
        Severity severity,

        @Input(label = "Message", description = "What a person should know.") @NotBlank
        String message,

        @Input(
                label = "Reasons",
                description =
                        "What each device said, a line per device as in the failureSummary of the step before; its"
                                + " line is added to the message.",
                prefilled = "${failureSummary}")
        @Nullable
        String reasons) {}
