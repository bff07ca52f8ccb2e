package dev.baton.inventory;

import org.jspecify.annotations.Nullable;

/**
 * How a device is reached over SSH.
 *
 * @param netconfPort where it listens for NETCONF over SSH
 * @param jump the device through which the connection goes, with its own access; null where it is direct
 */
public record SshAccess(
        int port,
        int netconfPort,
        Credential credential,
        HostTrust hostTrust,
        @Nullable InventoryDevice jump) {

    /** The port that RFC 6242 assigns. */
    static final int NETCONF = 830;

    public SshAccess(int port, Credential credential, HostTrust hostTrust, @Nullable InventoryDevice jump) {
        this(port, NETCONF, credential, hostTrust, jump);
    }

    SshAccess through(InventoryDevice other) {
        return new SshAccess(port, netconfPort, credential, hostTrust, other);
    }

    SshAccess overNetconfPort() {
        return new SshAccess(netconfPort, netconfPort, credential, hostTrust, jump);
    }
}
