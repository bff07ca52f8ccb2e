package dev.baton.device.trust.approved;

import dev.baton.device.trust.TrustInForce;
import dev.baton.inventory.InventoryDevice;
import dev.baton.inventory.SshAccess;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Which host key of a device is trusted now and who says so, for pages and scripts. */
@Service
public class HostKeyViews {

    private final ApprovedHostKeys keys;

    HostKeyViews(ApprovedHostKeys keys) {
        this.keys = keys;
    }

    /** Empty for a device without SSH. */
    public Optional<HostKeyView> of(InventoryDevice device) {
        return Optional.ofNullable(device.ssh()).map(access -> view(device, access));
    }

    private HostKeyView view(InventoryDevice device, SshAccess access) {
        TrustInForce trust;
        try {
            trust = keys.seen(device.name(), device.device().address(), access);
        } catch (IOException e) {
            return new HostKeyView("nothing: " + e.getMessage(), "inventory", null);
        }
        return new HostKeyView(
                trust.keys().wanted(),
                trust.source(),
                keys.approval(device.name(), trust).orElse(null));
    }

    /**
     * The trust in force.
     *
     * @param trusted fingerprints of keys or authorities
     * @param source {@code host-key}, {@code known-hosts}, {@code ca} or {@code approval}
     * @param approval null unless a person approved the key
     */
    public record HostKeyView(
            String trusted, String source, @Nullable Approval approval) {}

    /** @param run the reference of the run whose review decided */
    public record Approval(String by, Instant at, String run, String reason) {}
}
