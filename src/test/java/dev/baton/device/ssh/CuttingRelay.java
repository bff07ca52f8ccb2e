package dev.baton.device.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Passes connections on to a server on the loopback address, and cuts each after so many bytes of client or server. */
final class CuttingRelay implements AutoCloseable {

    private final ServerSocket door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final int server;
    private final long limit;
    private final long limitOfServer;

    CuttingRelay(int server, long limit) throws IOException {
        this(server, limit, Long.MAX_VALUE);
    }

    CuttingRelay(int server, long limit, long limitOfServer) throws IOException {
        this.server = server;
        this.limit = limit;
        this.limitOfServer = limitOfServer;
        inBackground(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = door.accept();
            Socket behind = new Socket(InetAddress.getLoopbackAddress(), server);
            inBackground(() -> pass(client, behind, limit));
            inBackground(() -> pass(behind, client, limitOfServer));
        }
    }

    private static void pass(Socket from, Socket to, long most) throws IOException {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[8192];
            long left = most;
            for (int count = in.read(buffer); count >= 0 && left > 0; count = in.read(buffer)) {
                out.write(buffer, 0, (int) Math.min(count, left));
                left -= count;
            }
        }
    }

    private static void inBackground(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                // An end was closed, which is what a relay waits for.
                return;
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }

    private interface Work {
        void run() throws IOException;
    }
}
