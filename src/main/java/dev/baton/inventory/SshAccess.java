package dev.baton.inventory;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a device is reached over SSH.
 *
 * @param netconfPort where it listens for NETCONF over SSH
 * @param jump the device through which the connection goes, with its own access; null where it is direct
 * @param legacyUntil the last day on which old algorithms may be used with it; null for never
 */
public record SshAccess(
        int port,
        int netconfPort,
        Credential credential,
        HostTrust hostTrust,
        @Nullable InventoryDevice jump,
        @Nullable LocalDate legacyUntil) {

    /** The port that RFC 6242 assigns. */
    static final int NETCONF = 830;

    /** With NETCONF on its usual port, and without leave for old algorithms. */
    public SshAccess(int port, Credential credential, HostTrust hostTrust, @Nullable InventoryDevice jump) {
        this(port, NETCONF, credential, hostTrust, jump, null);
    }

    SshAccess through(InventoryDevice other) {
        return new SshAccess(port, netconfPort, credential, hostTrust, other, legacyUntil);
    }

    /** The same access with the secrets that the device has of its own. */
    SshAccess on(String device) {
        return signingInWith(credential.on(device));
    }

    SshAccess signingInWith(Credential other) {
        return new SshAccess(port, netconfPort, other, hostTrust, jump, legacyUntil);
    }

    SshAccess overNetconfPort() {
        return new SshAccess(netconfPort, netconfPort, credential, hostTrust, jump, legacyUntil);
    }
}
