package dev.baton.device.ssh;

import dev.baton.inventory.HostTrust;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands between a client and a server, and after so many bytes of the server does something to what follows. */
final class TamperingPeer implements Peer {

    enum Harm {
        DROP,
        FREEZE,
        CORRUPT
    }

    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final AtomicInteger open = new AtomicInteger();
    private final Peer server;
    private final Harm harm;
    private final long after;

    TamperingPeer(Peer server, Harm harm, long after) throws IOException {
        this.server = server;
        this.harm = harm;
        this.after = after;
        inBackground(this::accept);
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = door.accept();
            Socket behind = new Socket(InetAddress.getLoopbackAddress(), server.port());
            open.incrementAndGet();
            inBackground(() -> pass(client, behind));
            inBackground(() -> tamper(behind, client));
        }
    }

    private void pass(Socket client, Socket behind) throws IOException {
        try (client;
                behind) {
            client.getInputStream().transferTo(behind.getOutputStream());
        } finally {
            open.decrementAndGet();
        }
    }

    private void tamper(Socket behind, Socket client) throws IOException {
        InputStream in = behind.getInputStream();
        OutputStream out = client.getOutputStream();
        byte[] buffer = new byte[512];
        long passed = 0;
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            boolean harmed = passed + count > after;
            int whole = harmed ? (int) Math.max(0, after - passed) : count;
            passed += count;
            if (harmed && harm == Harm.CORRUPT) {
                for (int i = whole; i < count; i++) {
                    buffer[i] ^= 0x55;
                }
                out.write(buffer, 0, count);
                continue;
            }
            out.write(buffer, 0, whole);
            if (harmed && harm == Harm.DROP) {
                client.close();
                return;
            }
        }
    }

    private static void inBackground(Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException e) {
                        // An end was closed, which is what it waits for.
                        return;
                    }
                },
                "tampering-peer");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public int port() {
        return door.getLocalPort();
    }

    @Override
    public HostTrust trust() {
        return server.trust();
    }

    @Override
    public boolean isLeft() {
        return open.get() == 0;
    }

    @Override
    public void close() throws IOException {
        door.close();
        server.close();
    }

    private interface Work {
        void run() throws IOException;
    }
}
