package dev.baton.device;

import dev.baton.inventory.InventoryDevice;

/** Opens links to devices. */
public interface DeviceLinks {

    /** A link that connects when it is first used. One thread at a time uses it. */
    DeviceLink open(InventoryDevice device);
}
