package dev.baton.device;

import dev.baton.inventory.InventoryDevice;
import java.util.List;
import org.springframework.stereotype.Component;

/** Links over the protocols that there are. */
@Component
class ProtocolLinks implements DeviceLinks {

    private final List<Protocol> protocols;

    ProtocolLinks(List<Protocol> protocols) {
        this.protocols = List.copyOf(protocols);
    }

    @Override
    public DeviceLink open(InventoryDevice device) {
        return new ChannelLink(device, protocols);
    }
}
