package dev.baton.delegates.certificate.sign;

import dev.baton.action.Device;
import dev.baton.action.Result;
import dev.baton.action.net.ChainCheck;
import dev.baton.delegates.certificate.TextPerDevice;
import dev.baton.delegates.certificate.request.SigningRequest;
import java.util.Map;

/** What both ways to an authority come to: a certificate that was checked. */
final class SignedCertificate {

    private static final String ISSUED = "issuedCertificate";

    private SignedCertificate() {}

    static Result checked(Device device, SigningRequest request, String pem, ChainCheck chains, String ca) {
        IssuedChain issued = IssuedChain.of(device, pem).require(device, request, chains, ca);
        return Result.changed("certificate " + issued.leaf().getSerialNumber().toString(16) + " for " + request.names())
                .with(Map.of(ISSUED, issued.pem()));
    }

    static Map<String, Object> summarised(Map<String, Result> results) {
        long missing = results.values().stream()
                .filter(result -> !result.facts().containsKey(ISSUED))
                .count();
        return Map.of("issuedCertificates", TextPerDevice.of(results, ISSUED), "missingCount", (int) missing);
    }
}
