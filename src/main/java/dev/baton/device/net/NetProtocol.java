package dev.baton.device.net;

import dev.baton.action.Channel;
import dev.baton.device.Deadlines;
import dev.baton.device.DeviceLink;
import dev.baton.device.Protocol;
import dev.baton.inventory.InventoryDevice;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** TCP, DNS, TLS and HTTP: for these an inventory device needs its address and nothing more. */
@Component
class NetProtocol implements Protocol {

    private final Deadlines deadlines;
    private final Map<Channel, ChannelCarrier> carriers;

    NetProtocol(Deadlines deadlines, List<ChannelCarrier> carriers) {
        this.deadlines = deadlines;
        this.carriers = carriers.stream().collect(Collectors.toMap(ChannelCarrier::channel, Function.identity()));
    }

    @Override
    public Set<Channel> channels() {
        return carriers.keySet();
    }

    @Override
    public DeviceLink open(InventoryDevice device) {
        return new NetLink(device, this);
    }

    Exchange exchange(Duration limit) {
        return new Exchange(deadlines, limit);
    }

    ChannelCarrier carrier(Channel channel) {
        ChannelCarrier carrier = carriers.get(channel);
        if (carrier == null) {
            throw new IllegalArgumentException("no network channel: " + channel);
        }
        return carrier;
    }
}
