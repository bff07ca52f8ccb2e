package dev.baton.device.ssh;

import dev.baton.device.Deadlines;
import dev.baton.device.DeviceSettings;
import dev.baton.device.Protocol;
import dev.baton.device.TestSettings;
import dev.baton.device.platform.TestPlatforms;
import dev.baton.device.trust.InventoryTrust;
import dev.baton.secret.TestSecrets;

/** SSH as the application speaks it, with secrets from files and no key but those of the inventory. */
public final class TestSsh {

    private TestSsh() {}

    public static Protocol protocol(Deadlines deadlines) {
        return protocol(TestSettings.impatient(), deadlines);
    }

    static SshProtocol protocol(DeviceSettings settings, Deadlines deadlines) {
        return new SshProtocol(
                settings, deadlines, TestSecrets.fromFiles(), TestPlatforms.shipped(), InventoryTrust::of);
    }
}
