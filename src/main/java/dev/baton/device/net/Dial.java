package dev.baton.device.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Opens TCP connections that end with their exchange. */
public final class Dial {

    private Dial() {}

    public static Socket open(InetAddress address, int port, Exchange exchange) throws IOException {
        Socket socket = exchange.guard(new Socket());
        socket.setTcpNoDelay(true);
        socket.connect(new InetSocketAddress(address, port), exchange.millisLeft());
        socket.setSoTimeout(exchange.millisLeft());
        return socket;
    }
}
