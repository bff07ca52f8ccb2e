package dev.baton.lab.tls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.concurrent.ExecutorService;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/** A port of a simulated device that shakes hands and says nothing more. */
public final class TlsPort implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 5_000;
    private static final int WAITING = 10;

    private final SSLServerSocket server;

    /** @throws IOException when the port is taken */
    public TlsPort(String device, Flaw flaw, int port, ExecutorService threads) throws IOException {
        server = (SSLServerSocket) Presented.by(device, flaw)
                .getServerSocketFactory()
                .createServerSocket(port, WAITING, InetAddress.getLoopbackAddress());
        threads.execute(this::serve);
    }

    private void serve() {
        while (!server.isClosed()) {
            try (SSLSocket client = (SSLSocket) server.accept()) {
                client.setSoTimeout(PATIENCE_MILLIS);
                client.startHandshake();
            } catch (IOException e) {
                // A client that does not like the certificate goes away; so does the server when the lab stops.
            }
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("a simulated TLS port does not close", e);
        }
    }
}
