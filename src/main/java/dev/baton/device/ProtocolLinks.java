package dev.baton.device;

import dev.baton.inventory.InventoryDevice;
import java.util.List;
import org.springframework.stereotype.Component;

/** Fresh links over the protocols that there are. */
@Component
class ProtocolLinks {

    private final List<Protocol> protocols;

    ProtocolLinks(List<Protocol> protocols) {
        this.protocols = List.copyOf(protocols);
    }

    DeviceLink open(InventoryDevice device) {
        return new ChannelLink(device, protocols);
    }
}
