package dev.baton.delegates.traffic;

import dev.baton.action.Input;
import dev.baton.delegates.traffic.haproxy.Haproxy;
import dev.baton.delegates.traffic.haproxy.SocketClient;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which servers of a load balancer {@link UndrainServers} and {@link CheckDrained} mean. */
record ServersInputs(
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
                label = "Socket",
                description = "The runtime socket of haproxy, of level admin; the account of the load balancer must be"
                        + " allowed to use it.",
                value = "/run/haproxy/admin.sock")
        @NotBlank
        String socket,

        @Input(label = "Client", description = "The program that talks to the socket.", value = "SOCAT")
        SocketClient client,

        @Input(
                label = "Timeout",
                description = "How long the health checks may take to find a server fit.",
                value = "PT2M")
        Duration timeout,

        @Input(label = "Interval", description = "How long to pause between two looks.", value = "PT2S")
        Duration interval) {

    Haproxy haproxy() {
        return new Haproxy(socket, client);
    }
}
