package dev.baton.delegates.snmp;

import dev.baton.action.Input;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import java.time.Duration;
import java.util.List;

/** What {@link WalkSnmp} reads, and how much of it. */
record WalkSnmpInputs(
        @Input(
                label = "Columns",
                description = "Columns of a table or whole subtrees, one per line, by name or number, e.g. ifName and"
                        + " ifOperStatus. Columns with the same index form rows.")
        @NotEmpty
        List<String> columns,

        @Input(label = "Most rows", description = "A device that has more rows fails.", value = "1000")
        @Min(1)
        @Max(10_000)
        Integer maxRows,

        @Input(label = "Timeout", description = "How long each column may take, e.g. PT1M.", value = "PT1M")
        Duration timeout) {}
