package dev.baton.delegates.link;

import dev.baton.action.Input;
import java.time.Duration;

/** What {@link ReadNeighbours} accepts. */
record ReadNeighboursInputs(
        @Input(label = "Limit", description = "How long one column of a table may take.", value = "PT30S")
        Duration limit) {}
