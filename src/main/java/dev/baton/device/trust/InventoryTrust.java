package dev.baton.device.trust;

import dev.baton.inventory.HostTrust;
import dev.baton.inventory.SshAccess;
import java.io.IOException;

/** What the inventory alone trusts. */
public final class InventoryTrust {

    private InventoryTrust() {}

    /** As {@link HostTrusts#of}. */
    public static TrustInForce of(String device, String address, SshAccess access) throws IOException {
        HostTrust trust = access.hostTrust();
        TrustedKeys keys = TrustedKeys.read(trust, address, access.port());
        return new TrustInForce(keys, source(trust), keys.digest());
    }

    private static String source(HostTrust trust) {
        if (trust instanceof HostTrust.Pin) {
            return "host-key";
        }
        return trust instanceof HostTrust.KnownHosts ? "known-hosts" : "ca";
    }
}
