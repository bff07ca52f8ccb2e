package dev.baton.device.net.http;

import dev.baton.action.Answer;
import dev.baton.action.Channel;
import dev.baton.action.Command;
import dev.baton.action.Problem;
import dev.baton.action.net.HttpRequest;
import dev.baton.device.net.AddressLookup;
import dev.baton.device.net.ChannelCarrier;
import dev.baton.device.net.Dial;
import dev.baton.device.net.Exchange;
import dev.baton.device.net.http.HttpWire.Reply;
import dev.baton.device.net.tls.TlsClient;
import dev.baton.inventory.InventoryDevice;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** HTTP to the device's own address, whatever host the request names; redirects stay there, too. */
@Component
class DeviceHttp implements ChannelCarrier {

    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final AddressLookup lookup;
    private final TlsClient tls;

    DeviceHttp(AddressLookup lookup, TlsClient tls) {
        this.lookup = lookup;
        this.tls = tls;
    }

    @Override
    public Channel channel() {
        return Channel.HTTP;
    }

    @Override
    public Ready prepare(InventoryDevice device, Command command, Exchange exchange) throws IOException {
        HttpRequest request = HttpRequest.of(command.text());
        InetAddress address = lookup.first(device.device().address(), exchange);
        return () -> followed(command, request, address, exchange);
    }

    private Answer followed(Command command, HttpRequest request, InetAddress address, Exchange exchange)
            throws IOException {
        long start = System.nanoTime();
        StringBuilder way = new StringBuilder();
        URI uri = request.uri();
        for (int left = request.redirects(); ; left--) {
            Reply reply = HttpWire.ask(connected(request, uri, address, exchange), request, uri, List.of());
            if (!REDIRECTS.contains(reply.status()) || reply.location().isEmpty() || request.redirects() == 0) {
                way.append(address.getHostAddress())
                        .append(" answered within ")
                        .append((System.nanoTime() - start) / 1_000_000)
                        .append(" ms\n");
                return new Answer(command, null, null, way + reply.text(), "", List.of(), reply.dropped());
            }
            if (left == 0) {
                throw Problem.CHECK_FAILED.because(command.text() + ": more than " + request.redirects()
                        + " redirects, the last to " + reply.location());
            }
            uri = next(uri, reply.location());
            way.append("redirected to ").append(uri).append('\n');
        }
    }

    private Socket connected(HttpRequest request, URI uri, InetAddress address, Exchange exchange) throws IOException {
        Socket socket = Dial.open(address, HttpRequest.port(uri), exchange);
        return "https".equals(uri.getScheme()) ? tls.verified(socket, uri.getHost(), request.ca()) : socket;
    }

    private static URI next(URI from, String location) {
        String what = "the redirect from " + from + " to " + location + " is not followed: ";
        URI target;
        try {
            target = from.resolve(location);
        } catch (IllegalArgumentException e) {
            throw Problem.CHECK_FAILED.because(what + "it is no address");
        }
        if (!from.getHost().equalsIgnoreCase(target.getHost()) || target.getRawUserInfo() != null) {
            throw Problem.CHECK_FAILED.because(what + "it leads to another host");
        }
        boolean secure = "https".equals(target.getScheme());
        if (!secure && (!"http".equals(target.getScheme()) || "https".equals(from.getScheme()))) {
            throw Problem.CHECK_FAILED.because(what + "it leads to " + target.getScheme());
        }
        if (target.getPort() > 65_535 || target.getPort() == 0) {
            throw Problem.CHECK_FAILED.because(what + "it leads to no port");
        }
        return target;
    }
}
