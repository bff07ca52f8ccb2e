package dev.baton.device;

import dev.baton.inventory.InventoryDevice;

/** Opens links to devices. */
public interface DeviceLinks {

    /**
     * A link that connects when it is first used, unless an earlier step of the run left a connection to the device. One
     * thread at a time uses it.
     *
     * @param run id of the root process instance
     */
    RunLink open(InventoryDevice device, String run);
}
