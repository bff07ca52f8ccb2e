package dev.baton.testing;

import dev.baton.action.Criticality;
import dev.baton.action.Device;
import dev.baton.inventory.Credential;
import dev.baton.inventory.HostTrust;
import dev.baton.inventory.InventoryDevice;
import dev.baton.inventory.SnmpAccess;
import dev.baton.inventory.SshAccess;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Devices of an inventory that listen on the loopback address. */
public final class Devices {

    private Devices() {}

    public static InventoryDevice ssh(String platform, int port, Credential credential, HostTrust trust) {
        return new InventoryDevice(
                device("box1", platform, credential.isRoot()),
                List.of(),
                new SshAccess(port, credential, trust, null),
                null);
    }

    /** A device under a name of its own. */
    public static InventoryDevice named(
            String name, String address, String platform, int port, Credential credential, HostTrust trust) {
        return new InventoryDevice(
                new Device(name, address, platform, null, null, Set.of(), Criticality.LOW, null, credential.isRoot()),
                List.of(),
                new SshAccess(port, credential, trust, null),
                null);
    }

    /** A Linux host, reached through another, or directly where that is null. */
    public static InventoryDevice behind(
            @Nullable InventoryDevice jump, String name, int port, Credential credential, HostTrust trust) {
        return new InventoryDevice(
                device(name, "linux", credential.isRoot()),
                List.of(),
                new SshAccess(port, credential, trust, jump),
                null);
    }

    /** Without any access: a test has its own link. */
    public static InventoryDevice plain(String platform) {
        return new InventoryDevice(device("box1", platform, false), List.of(), null, null);
    }

    public static InventoryDevice snmp(int port, Credential credential) {
        return new InventoryDevice(device("box1", "linux", false), List.of(), null, new SnmpAccess(port, credential));
    }

    /** One without SSH that has another platform than Linux. */
    public static InventoryDevice snmp(String platform, int port, Credential credential) {
        return new InventoryDevice(device("box1", platform, false), List.of(), null, new SnmpAccess(port, credential));
    }

    /** One at another address than loopback. */
    public static InventoryDevice snmpAt(String address, String platform, int port, Credential credential) {
        Device device = new Device("box2", address, platform, null, null, Set.of(), Criticality.LOW, null, false);
        return new InventoryDevice(device, List.of(), null, new SnmpAccess(port, credential));
    }

    public static InventoryDevice snmp(SnmpAccess access) {
        return new InventoryDevice(device("box1", "linux", false), List.of(), null, access);
    }

    private static Device device(String name, String platform, boolean rootLogin) {
        return new Device(name, "127.0.0.1", platform, null, null, Set.of(), Criticality.LOW, null, rootLogin);
    }
}
