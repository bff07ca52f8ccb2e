package dev.baton.device;

import dev.baton.action.Channel;
import dev.baton.inventory.InventoryDevice;
import java.util.Set;

/** A protocol that carries the commands of some channels. */
public interface Protocol {

    Set<Channel> channels();

    /**
     * A link for these channels that connects when it is first used.
     *
     * @throws dev.baton.action.ActionProblem {@code UNSUPPORTED} when the inventory gives the device no such access
     */
    DeviceLink open(InventoryDevice device);
}
