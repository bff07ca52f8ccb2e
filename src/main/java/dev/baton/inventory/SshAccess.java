package dev.baton.inventory;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a device is reached over SSH.
 *
 * @param jump the device through which the connection goes, with its own access; null where it is direct
 * @param legacyUntil the last day on which old algorithms may be used with it; null for never
 */
public record SshAccess(
        int port,
        Credential credential,
        HostTrust hostTrust,
        @Nullable InventoryDevice jump,
        @Nullable LocalDate legacyUntil) {

    /** Without leave for old algorithms. */
    public SshAccess(int port, Credential credential, HostTrust hostTrust, @Nullable InventoryDevice jump) {
        this(port, credential, hostTrust, jump, null);
    }

    SshAccess through(InventoryDevice other) {
        return new SshAccess(port, credential, hostTrust, other, legacyUntil);
    }
}
