package dev.baton.delegates.archive;

import dev.baton.action.Input;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/** How {@link ChooseRestoreSample} draws. */
record ChooseRestoreSampleInputs(
        @Input(
                label = "Query",
                description = "Which devices may be drawn; empty for all that have a backup.",
                prefilled = "${query}")
        @Nullable
        String query,

        @Input(
                label = "Share in percent",
                description = "How many devices of each platform are drawn, rounded up.",
                value = "5")
        @Min(1)
        @Max(100)
        Integer sampleShare,

        @Input(
                label = "Host with programs",
                description =
                        "A query for the hosts that have programs which check configurations, such as FRR's vtysh; where it"
                                + " selects none, nothing is checked that way.",
                value = "tag = config-check")
        String checkHost) {}
