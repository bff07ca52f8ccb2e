package dev.baton.delegates.reach;

import dev.baton.action.Input;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;

/** Whom {@link AskNeighbours} asks about. */
record AskNeighboursInputs(
        @Input(label = "Address", description = "The IPv4 address of the host.", prefilled = "${address}") @NotBlank
        String address,

        @Input(label = "Limit", description = "How long one table may take.", value = "PT30S")
        Duration limit) {}
