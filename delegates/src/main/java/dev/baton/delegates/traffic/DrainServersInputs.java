package dev.baton.delegates.traffic;

import dev.baton.action.Input;
import dev.baton.delegates.traffic.haproxy.Haproxy;
import dev.baton.delegates.traffic.haproxy.SocketClient;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which servers {@link DrainServers} takes out of the traffic, and how many must stay. */
record DrainServersInputs(
        @Input(
                label = "Hosts",
                description = "The target set whose devices are the servers, each under its own name.",
                prefilled = "${targets}")
        @Nullable
        String hosts,

        @Input(label = "Servers", description = "Their names in haproxy, where those are not the names of the hosts.")
        List<String> servers,

        @Input(label = "Backends", description = "Every backend of haproxy that they serve, one per line.") @NotEmpty
        List<String> backends,

        @Input(
                label = "Servers that stay",
                description = "So many other servers of each backend must be up before one is drained.",
                value = "1")
        @Min(0)
        Integer minUp,

        @Input(
                label = "Socket",
                description = "The runtime socket of haproxy, of level admin; the account of the load balancer must be"
                        + " allowed to use it.",
                value = "/run/haproxy/admin.sock")
        @NotBlank
        String socket,

        @Input(label = "Client", description = "The program that talks to the socket.", value = "SOCAT")
        SocketClient client,

        @Input(label = "Timeout", description = "How long connections may take to end.", value = "PT15M")
        Duration timeout,

        @Input(label = "Interval", description = "How long to pause between two looks.", value = "PT2S")
        Duration interval,

        @Input(
                label = "Force",
                description = "End the connections that are left after the timeout instead of failing.",
                value = "false")
        Boolean force) {

    Haproxy haproxy() {
        return new Haproxy(socket, client);
    }
}
