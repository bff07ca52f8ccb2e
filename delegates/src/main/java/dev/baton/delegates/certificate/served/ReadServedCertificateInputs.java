package dev.baton.delegates.certificate.served;

import dev.baton.action.Input;
import java.time.Duration;

/** Which port {@link ReadServedCertificate} looks at. */
record ReadServedCertificateInputs(
        @Input(
                label = "Service",
                description = "As findings call it: port 443, or port 443, www.example.org.",
                value = "port 443")
        String service,

        @Input(label = "Limit", description = "How long connection and handshake may take.", value = "PT15S")
        Duration limit) {}
