package dev.baton.delegates.certificate.sign;

import dev.baton.action.Device;
import dev.baton.action.Input;
import dev.baton.delegates.certificate.TextPerDevice;
import dev.baton.delegates.certificate.request.SigningRequest;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.time.Duration;
import java.util.List;

/** Whom {@link CallSigner} calls, and whose signature it takes. */
record CallSignerInputs(
        @Input(
                label = "Requests",
                description = "A line per device, as Make signing request offers them.",
                prefilled = "${signingRequests}")
        @NotEmpty
        List<String> requests,

        @Input(
                label = "URL",
                description = "Where step-ca signs, e.g. https://ca.example.org:9000/1.0/sign; its host must be in"
                        + " baton.device.http-allowed.")
        @NotBlank
        String url,

        @Input(
                label = "Credential",
                description =
                        "The credential (http-token) with the one-time token of the provisioner. {device} stands for"
                                + " the device's name, as tokens are for one name.")
        @NotBlank
        String credential,

        @Input(
                label = "Authority",
                description = "The file with the authority's certificates in the folder of baton.device.ca-path; the"
                        + " signer's own certificate leads to it, too.")
        @NotBlank
        String authority,

        @Input(label = "Limit", description = "How long the whole call may take, e.g. PT30S.", value = "PT30S")
        Duration limit) {

    SigningRequest request(Device device) {
        return SigningRequest.of(device, TextPerDevice.of(device, "requests", requests));
    }
}
