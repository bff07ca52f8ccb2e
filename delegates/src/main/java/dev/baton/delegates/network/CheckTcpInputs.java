package dev.baton.delegates.network;

import dev.baton.action.Input;
import jakarta.validation.constraints.NotEmpty;
import java.time.Duration;
import java.util.List;

/** Which ports {@link CheckTcp} tries, and how it should find them. */
record CheckTcpInputs(
        @Input(label = "Ports", description = "TCP ports of the device's address, one per line or separated by commas.")
        @NotEmpty
        List<String> ports,

        @Input(
                label = "Expected",
                description = "OPEN wants every port to accept a connection, CLOSED wants none to.",
                value = "open")
        ExpectedPorts expected,

        @Input(label = "Limit", description = "How long one connection may take, e.g. PT3S.", value = "PT3S")
        Duration limit) {}
