package dev.baton.device.ssh;

import dev.baton.device.Deadlines;
import dev.baton.device.DeviceSettings;
import dev.baton.device.Protocol;
import dev.baton.device.TestSettings;
import dev.baton.device.platform.TestPlatforms;
import dev.baton.device.trust.InventoryTrust;
import dev.baton.inventory.Inventory;
import dev.baton.secret.Secrets;
import dev.baton.secret.TestSecrets;
import org.mockito.Mockito;

/** SSH as the application speaks it, with secrets from files no key but those of the inventory, and no file server. */
public final class TestSsh {

    private TestSsh() {}

    public static Protocol protocol(Deadlines deadlines) {
        return protocol(TestSettings.impatient(), deadlines);
    }

    static SshProtocol protocol(DeviceSettings settings, Deadlines deadlines) {
        return protocol(settings, deadlines, TestSecrets.fromFiles());
    }

    /** With other secrets. */
    public static Protocol protocol(Deadlines deadlines, Secrets secrets) {
        return protocol(TestSettings.impatient(), deadlines, secrets);
    }

    private static SshProtocol protocol(DeviceSettings settings, Deadlines deadlines, Secrets secrets) {
        return new SshProtocol(
                settings,
                deadlines,
                secrets,
                TestPlatforms.shipped(),
                InventoryTrust::of,
                new FileServers(Mockito.mock(Inventory.class), secrets));
    }
}
