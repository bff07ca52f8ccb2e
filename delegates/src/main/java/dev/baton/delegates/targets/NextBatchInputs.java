package dev.baton.delegates.targets;

import dev.baton.action.Input;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@link NextBatch} takes from. */
record NextBatchInputs(
        @Input(label = "Targets", description = "The target set to take from.", prefilled = "${targets}") @NotBlank
        String targets,

        @Input(
                label = "Batches",
                description = "Sizes one after the other, e.g. 1, 10%, 50%, rest; the last one repeats.",
                value = "rest")
        String batches,

        @Input(
                label = "Left out",
                description =
                        "Target sets that were given up, with blanks between: their devices do not count as done.")
        @Nullable
        String leftOutTargets) {

    /** The ids of the sets that were given up. */
    List<String> leftOutSets() {
        return leftOutTargets == null || leftOutTargets.isBlank()
                ? List.of()
                : List.of(leftOutTargets.strip().split("\\s+"));
    }
}
