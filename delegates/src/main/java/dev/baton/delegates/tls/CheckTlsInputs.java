package dev.baton.delegates.tls;

import dev.baton.action.Input;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Which certificate {@link CheckTls} looks at, and what it demands of it. */
record CheckTlsInputs(
        @Input(label = "Port", description = "The TLS port of the device's address.", value = "443")
        @Min(1)
        @Max(65_535)
        Integer port,

        @Input(
                label = "Name",
                description = "Whom the certificate must name; also sent as server name. {device} and {address} stand"
                        + " for the device's own.",
                value = "{address}")
        String name,

        @Input(label = "Days left", description = "How many days the certificate must still be valid.", value = "14")
        @Min(0)
        @Max(3_650)
        Integer minimumDays,

        @Input(
                label = "Authority",
                description = "A file with CA certificates in the folder of baton.device.ca-path; empty for the public"
                        + " authorities.")
        @Nullable
        String ca,

        @Input(
                label = "Demand a trusted chain",
                description = "Whether a certificate without a chain to the authority fails.",
                value = "true")
        Boolean trusted,

        @Input(label = "Demand the name", description = "Whether a certificate for other names fails.", value = "true")
        Boolean named,

        @Input(label = "Limit", description = "How long connection and handshake may take.", value = "PT15S")
        Duration limit) {}
