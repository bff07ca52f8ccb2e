package dev.baton.device.net;

import dev.baton.action.Answer;
import dev.baton.action.Channel;
import dev.baton.action.Command;
import dev.baton.action.net.Ports;
import dev.baton.inventory.InventoryDevice;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import org.springframework.stereotype.Component;

/** Tries a port: open, refused (something answers no), filtered (nothing answers), or unreachable (no way there). */
@Component
class TcpConnect implements ChannelCarrier {

    private final AddressLookup lookup;

    TcpConnect(AddressLookup lookup) {
        this.lookup = lookup;
    }

    @Override
    public Channel channel() {
        return Channel.TCP_CONNECT;
    }

    @Override
    public Ready prepare(InventoryDevice device, Command command, Exchange exchange) throws IOException {
        int port = Ports.of(command.text());
        InetAddress address = lookup.first(device.device().address(), exchange);
        return () -> Answer.of(command, state(address, port, exchange) + "\n");
    }

    private static String state(InetAddress address, int port, Exchange exchange) throws IOException {
        long start = System.nanoTime();
        try {
            Dial.open(address, port, exchange).close();
            return "open after " + (System.nanoTime() - start) / 1_000_000 + " ms";
        } catch (ConnectException e) {
            String reason = String.valueOf(e.getMessage());
            return reason.contains("refused")
                    ? "refused after " + (System.nanoTime() - start) / 1_000_000 + " ms"
                    : reason.contains("timed out") ? filtered(start) : "unreachable: " + reason;
        } catch (SocketTimeoutException e) {
            return filtered(start);
        } catch (IOException e) {
            if (exchange.late()) {
                return filtered(start);
            }
            if (exchange.ended()) {
                throw e;
            }
            return "unreachable: " + e.getMessage();
        }
    }

    private static String filtered(long start) {
        return "filtered: no answer within " + (System.nanoTime() - start) / 1_000_000 + " ms";
    }
}
