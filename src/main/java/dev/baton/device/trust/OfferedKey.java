package dev.baton.device.trust;

/**
 * A host key that was refused although another one is known.
 *
 * @param device whose key it would be
 * @param fingerprint of the key
 * @param type e.g. {@code ssh-ed25519}
 * @param trusted what would have been accepted
 */
public record OfferedKey(String device, String fingerprint, String type, TrustInForce trusted) {

    /** Why no person may approve it; empty when one may. */
    public String bar() {
        if (trusted.keys().revoked().contains(fingerprint)) {
            return "The key is revoked and can never be approved.";
        }
        if (!trusted.keys().authorities().isEmpty()) {
            return "The device is trusted by its authority: have the key signed by it instead of approving the key.";
        }
        return "";
    }
}
