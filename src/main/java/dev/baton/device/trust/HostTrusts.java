package dev.baton.device.trust;

import dev.baton.inventory.SshAccess;
import java.io.IOException;

/** Tells what proves a device's identity now. */
@FunctionalInterface
public interface HostTrusts {

    /**
     * What the inventory trusts, or in its place the key that a person approved for the device.
     *
     * @param device its name in the inventory
     * @throws IOException when the file that the inventory names cannot be read or understood
     */
    TrustInForce of(String device, String address, SshAccess access) throws IOException;
}
