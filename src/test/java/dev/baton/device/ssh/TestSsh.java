package dev.baton.device.ssh;

import dev.baton.device.Deadlines;
import dev.baton.device.Protocol;
import dev.baton.device.TestSettings;
import dev.baton.device.platform.TestPlatforms;
import dev.baton.device.trust.InventoryTrust;
import dev.baton.secret.TestSecrets;

/** SSH as the application speaks it, for the tests of other packages. */
public final class TestSsh {

    private TestSsh() {}

    public static Protocol protocol(Deadlines deadlines) {
        return new SshProtocol(
                TestSettings.impatient(),
                deadlines,
                TestSecrets.fromFiles(),
                TestPlatforms.shipped(),
                InventoryTrust::of);
    }
}
