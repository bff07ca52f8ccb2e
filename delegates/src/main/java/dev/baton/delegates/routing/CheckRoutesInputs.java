package dev.baton.delegates.routing;

import dev.baton.action.Input;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;

/** Whose routes {@link CheckRoutes} looks at, and how they should be. */
record CheckRoutesInputs(
        @Input(label = "Neighbor", description = "The address of the router as its peers know it, e.g. 192.0.2.1.")
        @NotBlank
        @Pattern(regexp = "[0-9A-Fa-f.:]+")
        String neighbor,

        @Input(
                label = "Use",
                description = "DRAINED: every route has local preference 0, and none is the best one. CARRIED: there"
                        + " are routes, and none has local preference 0.",
                value = "DRAINED")
        RouteUse use,

        @Input(label = "Address family", description = "Of the routes.", value = "IPV4")
        AddressFamily family,

        @Input(label = "Timeout", description = "How long the peer may take to get there.", value = "PT2M")
        Duration timeout,

        @Input(label = "Interval", description = "How long to pause between two looks.", value = "PT5S")
        Duration interval) {}
