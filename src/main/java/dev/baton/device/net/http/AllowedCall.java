package dev.baton.device.net.http;

import dev.baton.action.Answer;
import dev.baton.action.Channel;
import dev.baton.action.Command;
import dev.baton.action.net.HttpRequest;
import dev.baton.device.net.AddressLookup;
import dev.baton.device.net.ChannelCarrier;
import dev.baton.device.net.Dial;
import dev.baton.device.net.Exchange;
import dev.baton.device.net.http.HeaderSecrets.Filled;
import dev.baton.device.net.http.HttpWire.Reply;
import dev.baton.device.net.tls.TlsClient;
import dev.baton.inventory.InventoryDevice;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ProtocolException;
import java.net.Socket;
import java.util.List;
import org.springframework.stereotype.Component;

/** HTTP to hosts of the allow-list: looked up once, connected to what was checked, and never redirected. */
@Component
class AllowedCall implements ChannelCarrier {

    private final AddressLookup lookup;
    private final TlsClient tls;
    private final AllowList allowed;
    private final HeaderSecrets secrets;

    AllowedCall(AddressLookup lookup, TlsClient tls, AllowList allowed, HeaderSecrets secrets) {
        this.lookup = lookup;
        this.tls = tls;
        this.allowed = allowed;
        this.secrets = secrets;
    }

    @Override
    public Channel channel() {
        return Channel.HTTP_CALL;
    }

    @Override
    public Ready prepare(InventoryDevice device, Command command, Exchange exchange) throws IOException {
        HttpRequest request = HttpRequest.of(command.text());
        String host = request.uri().getHost();
        allowed.requireHost(request.uri());
        Filled filled = secrets.fill(request);
        List<InetAddress> addresses = lookup.all(host, exchange);
        allowed.requireAddresses(host, addresses);
        Socket plain = Dial.open(addresses.get(0), request.port(), exchange);
        Socket socket = request.secure() ? tls.verified(plain, host, request.ca()) : plain;
        return () -> {
            Reply reply = ask(socket, filled);
            String text = addresses.get(0).getHostAddress() + " answered\n" + filled.masked(reply.text());
            return new Answer(command, null, null, text, "", List.of(), reply.dropped());
        };
    }

    private static Reply ask(Socket socket, Filled filled) throws IOException {
        HttpRequest request = filled.request();
        try {
            return HttpWire.ask(socket, request, request.uri(), filled.headers());
        } catch (ProtocolException e) {
            throw new ProtocolException(filled.masked(String.valueOf(e.getMessage())));
        }
    }
}
