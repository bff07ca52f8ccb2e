package dev.baton.device.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A server that says its line to whoever comes, and then listens. */
final class Greeter implements AutoCloseable {

    private final ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());

    Greeter(String greeting) throws IOException {
        Thread thread = new Thread(() -> {
            try {
                while (true) {
                    try (Socket client = server.accept()) {
                        client.getOutputStream().write(greeting.getBytes(StandardCharsets.US_ASCII));
                        client.getInputStream().readAllBytes();
                    }
                }
            } catch (IOException e) {
                // The client or the test has had enough.
                return;
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return server.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
