package dev.baton.device;

import dev.baton.inventory.InventoryDevice;
import java.util.List;

/** The links of the application over one protocol; those that wait, wait as long as the settings of the tests say. */
public final class TestLinks implements DeviceLinks, AutoCloseable {

    private final IdleLinks links;

    public TestLinks(DeviceSettings settings, Protocol protocol) {
        links = new IdleLinks(new ProtocolLinks(List.of(protocol)), settings);
    }

    /** A link of its own over these protocols. */
    public static DeviceLink fresh(InventoryDevice device, Protocol... protocols) {
        return new ProtocolLinks(List.of(protocols)).open(device);
    }

    @Override
    public RunLink open(InventoryDevice device, String run) {
        return links.open(device, run);
    }

    /** How many connections wait for the next step of their run. */
    public int waiting() {
        return links.count();
    }

    @Override
    public void close() {
        links.close();
    }
}
