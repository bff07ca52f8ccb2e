package dev.baton.delegates.reboot;

import dev.baton.action.Input;
import java.time.Duration;

/** How long {@link WaitForDevice} waits. */
record WaitForDeviceInputs(
        @Input(label = "Timeout", description = "How long a host may take to come back.", value = "PT10M")
        Duration timeout,

        @Input(label = "Interval", description = "How long to pause between two tries.", value = "PT5S")
        Duration interval) {}
