package dev.baton.inventory;

import dev.baton.action.Device;
import dev.baton.secret.SecretReference.Which;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A device of the inventory with the ways to reach it.
 *
 * @param conflictDomain what it shares with devices of which only one may be changed at a time, such as an HA pair
 * @param windows when it may be changed; empty for always
 */
public record InventoryDevice(
        Device device,
        List<String> dependsOn,
        @Nullable String conflictDomain,
        @Nullable SshAccess ssh,
        @Nullable SnmpAccess snmp,
        List<ChangeWindow> windows) {

    /** A device that may be changed at any time. */
    public InventoryDevice(
            Device device,
            List<String> dependsOn,
            @Nullable String conflictDomain,
            @Nullable SshAccess ssh,
            @Nullable SnmpAccess snmp) {
        this(device, dependsOn, conflictDomain, ssh, snmp, List.of());
    }

    /** A device that may be changed whatever happens to others. */
    public InventoryDevice(Device device, List<String> dependsOn, @Nullable SshAccess ssh, @Nullable SnmpAccess snmp) {
        this(device, dependsOn, null, ssh, snmp);
    }

    public InventoryDevice {
        dependsOn = List.copyOf(dependsOn);
        windows = List.copyOf(windows);
    }

    /** The same device behind a jump host; as it is without SSH. */
    InventoryDevice through(InventoryDevice jump) {
        return ssh == null ? this : over(ssh.through(jump));
    }

    InventoryDevice within(List<ChangeWindow> changeWindows) {
        return new InventoryDevice(device, dependsOn, conflictDomain, ssh, snmp, changeWindows);
    }

    /** The same device where it listens for NETCONF; as it is without SSH. */
    public InventoryDevice overNetconfPort() {
        return ssh == null ? this : over(ssh.overNetconfPort());
    }

    private InventoryDevice over(SshAccess access) {
        return new InventoryDevice(device, dependsOn, conflictDomain, access, snmp, windows);
    }

    /** The same device over SSH with another version of its login secret; as it is without SSH. */
    public InventoryDevice signingInWith(Which version) {
        return ssh == null
                ? this
                : new InventoryDevice(
                        device,
                        dependsOn,
                        conflictDomain,
                        ssh.signingInWith(ssh.credential().version(version)),
                        snmp);
    }

    public String name() {
        return device.name();
    }
}
