package dev.baton.device.trust;

/**
 * What proves that a device is itself, and who says so.
 *
 * @param source {@code host-key}, {@code known-hosts} or {@code ca} of the inventory, or {@code approval}
 * @param inventory digest of what the inventory trusts, whatever was approved since
 */
public record TrustInForce(TrustedKeys keys, String source, String inventory) {

    private static final String APPROVAL = "approval";

    /** The same with a key that a person approved in the place of those that were pinned. */
    public TrustInForce approved(String fingerprint, String type) {
        return new TrustInForce(keys.replacedBy(fingerprint, type), APPROVAL, inventory);
    }
}
