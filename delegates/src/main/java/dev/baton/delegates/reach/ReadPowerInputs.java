package dev.baton.delegates.reach;

import dev.baton.action.Input;
import java.time.Duration;

/** What {@link ReadPower} accepts. */
record ReadPowerInputs(
        @Input(label = "Limit", description = "How long the controller may take.", value = "PT10S")
        Duration limit) {}
