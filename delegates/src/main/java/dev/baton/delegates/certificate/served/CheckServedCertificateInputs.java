package dev.baton.delegates.certificate.served;

import dev.baton.action.Input;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;

/** Which certificate {@link CheckServedCertificate} expects at which port. */
record CheckServedCertificateInputs(
        @Input(
                label = "Service",
                description = "As findings call it: port 443, or port 443, www.example.org.",
                value = "port 443")
        String service,

        @Input(
                label = "Expected",
                description =
                        "NEW is what this run installed, and it must be trusted and name the service; OLD is what the"
                                + " port served before.",
                value = "new")
        Expected expected,

        @Input(
                label = "Authority",
                description = "The file with the authority's certificates in the folder of baton.device.ca-path.")
        @NotBlank
        String authority,

        @Input(
                label = "Patience",
                description = "How long a reload may take until the port serves it; it is asked again and again.",
                value = "PT30S")
        Duration patience,

        @Input(label = "Limit", description = "How long connection and handshake may take.", value = "PT15S")
        Duration limit) {

    enum Expected {
        NEW,
        OLD
    }
}
