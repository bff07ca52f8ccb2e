package dev.baton.device.ssh;

import dev.baton.action.ActionProblem;
import dev.baton.action.Problem;
import dev.baton.inventory.InventoryDevice;
import dev.baton.inventory.SshAccess;
import java.util.LinkedList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A host on the way to a device, or the device itself.
 *
 * @param name how failures name it, e.g. {@code bastion1 (on the way to core-sw1)}
 */
record Hop(String name, String address, SshAccess access) {

    /** The jump hosts in the order in which they are connected, and then the device. */
    static List<Hop> way(InventoryDevice device) {
        LinkedList<Hop> way = new LinkedList<>();
        InventoryDevice next = device;
        while (next != null) {
            SshAccess access = next.ssh();
            if (access == null) {
                throw Problem.UNSUPPORTED.because(next.name() + ": the inventory gives it no ssh access");
            }
            String name = way.isEmpty() ? device.name() : next.name() + " (on the way to " + device.name() + ")";
            way.addFirst(new Hop(name, next.device().address(), access));
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
