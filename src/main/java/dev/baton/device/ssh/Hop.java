package dev.baton.device.ssh;

import dev.baton.action.ActionProblem;
import dev.baton.action.Problem;
import dev.baton.device.platform.Platform;
import dev.baton.inventory.InventoryDevice;
import dev.baton.inventory.SshAccess;
import java.util.LinkedList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A host on the way to a device, or the device itself.
 *
 * @param device its name in the inventory
 * @param name how failures name it, e.g. {@code bastion1 (on the way to core-sw1)}
 * @param loginSuffix what its platform wants after the user name
 */
record Hop(String device, String name, String address, SshAccess access, String loginSuffix) {

    /** The jump hosts in the order in which they are connected, and then the device. */
    static List<Hop> way(InventoryDevice device, Function<InventoryDevice, Platform> platforms) {
        LinkedList<Hop> way = new LinkedList<>();
        InventoryDevice next = device;
        while (next != null) {
            SshAccess access = next.ssh();
            if (access == null) {
                throw Problem.UNSUPPORTED.because(next.name() + ": the inventory gives it no ssh access");
            }
            String name = way.isEmpty() ? device.name() : next.name() + " (on the way to " + device.name() + ")";
            way.addFirst(new Hop(
                    next.name(),
                    name,
                    next.device().address(),
                    access,
                    platforms.apply(next).loginSuffix()));
            next = access.jump();
        }
        return List.copyOf(way);
    }

    ActionProblem unreachable(@Nullable String seen) {
        return Problem.UNREACHABLE.because(name + ": " + this + " over SSH: " + seen);
    }

    @Override
    public String toString() {
        return address + ":" + access.port();
    }
}
