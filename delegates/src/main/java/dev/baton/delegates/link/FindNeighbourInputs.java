package dev.baton.delegates.link;

import dev.baton.action.Input;
import org.jspecify.annotations.Nullable;

/** Whom {@link FindNeighbour} looks for. */
record FindNeighbourInputs(
        @Input(
                label = "Neighbour",
                description = "The name that the neighbour gives itself, e.g. core-sw1.example.net; empty for none.",
                prefilled = "${neighbourDevice}")
        @Nullable
        String neighbour) {}
