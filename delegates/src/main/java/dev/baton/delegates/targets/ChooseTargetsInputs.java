package dev.baton.delegates.targets;

import dev.baton.action.Input;
import org.jspecify.annotations.Nullable;

/** What {@link ChooseTargets} chooses from. */
record ChooseTargetsInputs(
        @Input(
                label = "Query",
                description = "Selects devices, e.g. site=ams1 and tag=production.",
                prefilled = "${query}")
        @Nullable
        String query,

        @Input(
                label = "Targets",
                description = "A target set that is there already and is kept; empty to choose by the query.")
        @Nullable
        String targets) {}
