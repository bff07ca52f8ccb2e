package dev.baton.device.net;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;

/** A DNS server on the loopback address; what does not fit into a datagram is answered over TCP. */
final class DnsServer implements AutoCloseable {

    private final List<Record> records = new CopyOnWriteArrayList<>();
    private final ServerSocket tcp = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final DatagramSocket udp =
            new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), tcp.getLocalPort()));
    private volatile int rcode = Rcode.NOERROR;
    private volatile int idShift;

    DnsServer() throws IOException {
        start(this::serveUdp);
        start(this::serveTcp);
    }

    /** Records in the form of a zone file, without time and class. */
    DnsServer with(String name, int type, String value) throws IOException {
        records.add(Record.fromString(Name.fromString(name), type, 1, 300, value, Name.root));
        return this;
    }

    DnsServer failing(int code) {
        rcode = code;
        return this;
    }

    /** Answers as somebody who does not know the query's id. */
    DnsServer spoofed() {
        idShift = 1;
        return this;
    }

    int port() {
        return tcp.getLocalPort();
    }

    private Message answer(byte[] query) throws IOException {
        Message question = new Message(query);
        Message answer = new Message(question.getHeader().getID() + idShift & 0xffff);
        answer.getHeader().setFlag(Flags.QR);
        answer.addRecord(question.getQuestion(), Section.QUESTION);
        List<Record> known = records.stream()
                .filter(record -> record.getName().equals(question.getQuestion().getName()))
                .filter(record -> record.getType() == question.getQuestion().getType())
                .toList();
        known.forEach(record -> answer.addRecord(record, Section.ANSWER));
        answer.getHeader().setRcode(records.isEmpty() && rcode == Rcode.NOERROR ? Rcode.NXDOMAIN : rcode);
        return answer;
    }

    private void serveUdp() throws IOException {
        byte[] buffer = new byte[4096];
        while (true) {
            DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
            udp.receive(packet);
            byte[] answer = answer(Arrays.copyOf(buffer, packet.getLength())).toWire(1200);
            udp.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
        }
    }

    private void serveTcp() throws IOException {
        while (true) {
            try (Socket client = tcp.accept()) {
                DataInputStream in = new DataInputStream(client.getInputStream());
                byte[] answer = answer(in.readNBytes(in.readUnsignedShort())).toWire(65_535);
                DataOutputStream out = new DataOutputStream(client.getOutputStream());
                out.writeShort(answer.length);
                out.write(answer);
                out.flush();
            }
        }
    }

    private static void start(Loop loop) {
        Thread thread = new Thread(() -> {
            try {
                loop.run();
            } catch (IOException e) {
                // The server was closed.
                return;
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private interface Loop {

        void run() throws IOException;
    }

    @Override
    public void close() throws IOException {
        udp.close();
        tcp.close();
    }
}
