package dev.baton.device.ssh;

import dev.baton.inventory.HostTrust;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A peer that does not know SSH: it does to each connection what it was told, and then waits for the client to go. */
final class RawPeer implements Peer {

    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final AtomicInteger open = new AtomicInteger();
    private final CountDownLatch over = new CountDownLatch(1);
    private final Act act;

    RawPeer(Act act) throws IOException {
        this.act = act;
        inBackground(this::accept);
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = door.accept();
            open.incrementAndGet();
            inBackground(() -> {
                try (client) {
                    act.on(client, over);
                    client.getInputStream().transferTo(OutputStream.nullOutputStream());
                } finally {
                    open.decrementAndGet();
                }
            });
        }
    }

    private static void inBackground(Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException e) {
                        // An end was closed.
                        return;
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "raw-peer");
        thread.setDaemon(true);
        thread.start();
    }

    static Act sending(byte[]... texts) {
        return (client, over) -> {
            for (byte[] text : texts) {
                client.getOutputStream().write(text);
            }
            client.getOutputStream().flush();
        };
    }

    static Act closingAfter(byte[]... texts) {
        return (client, over) -> {
            sending(texts).on(client, over);
            client.close();
        };
    }

    static Act resetting() {
        return (client, over) -> {
            client.setSoLinger(true, 0);
            client.close();
        };
    }

    /** Sends a text, and then another one again and again until the client goes. */
    static Act repeating(byte[] first, byte[] text, long pauseMillis) {
        return (client, over) -> {
            client.getOutputStream().write(first);
            do {
                client.getOutputStream().write(text);
                client.getOutputStream().flush();
            } while (!over.await(pauseMillis, TimeUnit.MILLISECONDS));
        };
    }

    /** Sends a byte at a time. */
    static Act dripping(byte[] text, long pauseMillis) {
        return (client, over) -> {
            for (byte one : text) {
                client.getOutputStream().write(one);
                client.getOutputStream().flush();
                if (over.await(pauseMillis, TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        };
    }

    /** A packet as it goes before keys are exchanged. */
    static byte[] packet(int... payload) {
        int padding = 16 - (payload.length + 5) % 8;
        byte[] packet = new byte[5 + payload.length + padding];
        packet[3] = (byte) (packet.length - 4);
        packet[4] = (byte) padding;
        for (int i = 0; i < payload.length; i++) {
            packet[5 + i] = (byte) payload[i];
        }
        return packet;
    }

    static byte[] noise(int count) {
        byte[] noise = new byte[count];
        new Random(count).nextBytes(noise);
        return noise;
    }

    static byte[] filled(int count, char with) {
        byte[] text = new byte[count];
        Arrays.fill(text, (byte) with);
        return text;
    }

    @Override
    public int port() {
        return door.getLocalPort();
    }

    @Override
    public HostTrust trust() {
        return new HostTrust.Pin("SHA256:unused");
    }

    @Override
    public boolean isLeft() {
        return open.get() == 0;
    }

    @Override
    public void close() throws IOException {
        over.countDown();
        door.close();
    }

    /** What happens to a connection. */
    interface Act {
        void on(Socket client, CountDownLatch over) throws IOException, InterruptedException;
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }
}
