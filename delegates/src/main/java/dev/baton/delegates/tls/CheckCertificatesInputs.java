package dev.baton.delegates.tls;

import dev.baton.action.Input;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.time.Duration;
import java.util.List;

/** Which TLS services {@link CheckCertificates} looks at, and how it judges. */
record CheckCertificatesInputs(
        @Input(
                label = "Services",
                description = "One per line: PORT name=NAME, and ca=FILE for an authority in the folder of"
                        + " baton.device.ca-path. {device} and {address} stand for the device's own. A device with tags"
                        + " such as tls-8443 has these ports, too, by the name and authority of the first line.",
                value = "443 name={device}",
                multiline = true)
        @NotEmpty
        List<String> services,

        @Input(
                label = "Policy",
                description = "The table that tells how urgent a certificate's end is.",
                value = "certificate-urgency")
        @NotBlank
        String policy,

        @Input(label = "Limit", description = "How long connection and handshake may take.", value = "PT15S")
        Duration limit) {}
