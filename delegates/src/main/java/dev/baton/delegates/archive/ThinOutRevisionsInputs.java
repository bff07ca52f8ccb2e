package dev.baton.delegates.archive;

import dev.baton.action.Input;
import java.time.Duration;

/** How long {@link ThinOutRevisions} leaves which revisions. */
record ThinOutRevisionsInputs(
        @Input(label = "Keep all", description = "How long every revision stays.", value = "P90D")
        Duration keepAll,

        @Input(label = "Keep daily", description = "How long the last one of each day stays.", value = "P400D")
        Duration keepDaily,

        @Input(label = "Keep weekly", description = "How long the last one of each week stays.", value = "P730D")
        Duration keepWeekly,

        @Input(
                label = "Keep monthly",
                description = "How long the last one of each month stays; older ones are removed.",
                value = "P2555D")
        Duration keepMonthly) {}
