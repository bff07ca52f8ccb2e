package dev.baton.device;

import dev.baton.inventory.InventoryDevice;

/**
 * A link and what it was opened for.
 *
 * @param device as the inventory described it then
 * @param at on the clock of {@link IdleLinks}
 */
record OpenedLink(InventoryDevice device, DeviceLink link, long at) {}
