package dev.baton.inventory;

import org.jspecify.annotations.Nullable;

/**
 * How a device is reached over SSH.
 *
 * @param jump the device through which the connection goes, with its own access; null where it is direct
 */
public record SshAccess(
        int port,
        Credential credential,
        HostTrust hostTrust,
        @Nullable InventoryDevice jump) {

    SshAccess through(InventoryDevice other) {
        return new SshAccess(port, credential, hostTrust, other);
    }
}
