package dev.baton.device.net;

import dev.baton.action.Answer;
import dev.baton.action.Channel;
import dev.baton.action.Command;
import dev.baton.inventory.InventoryDevice;
import java.io.IOException;
import java.net.InetAddress;
import org.springframework.stereotype.Component;

/** Asks for an echo: Java takes ICMP where the account may open a raw socket, else the echo port of TCP. */
@Component
class Ping implements ChannelCarrier {

    private final AddressLookup lookup;

    Ping(AddressLookup lookup) {
        this.lookup = lookup;
    }

    @Override
    public Channel channel() {
        return Channel.ICMP_ECHO;
    }

    @Override
    public Ready prepare(InventoryDevice device, Command command, Exchange exchange) throws IOException {
        InetAddress address = lookup.first(device.device().address(), exchange);
        return () -> Answer.of(command, (address.isReachable(exchange.millisLeft()) ? "answers" : "silent") + "\n");
    }
}
