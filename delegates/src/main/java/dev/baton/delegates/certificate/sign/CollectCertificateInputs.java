package dev.baton.delegates.certificate.sign;

import dev.baton.action.Device;
import dev.baton.action.Input;
import dev.baton.delegates.certificate.TextPerDevice;
import dev.baton.delegates.certificate.request.SigningRequest;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.util.List;

/** What {@link CollectCertificate} leaves to be signed, and whose signature it takes. */
record CollectCertificateInputs(
        @Input(
                label = "Requests",
                description = "A line per device, as Make signing request offers them.",
                prefilled = "${signingRequests}")
        @NotEmpty
        List<String> requests,

        @Input(
                label = "Authority",
                description = "The file with the authority's certificates in the folder of baton.device.ca-path.")
        @NotBlank
        String authority) {

    SigningRequest request(Device device) {
        return SigningRequest.of(device, TextPerDevice.of(device, "requests", requests));
    }
}
