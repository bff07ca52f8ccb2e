package dev.baton.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.snmp4j.PDU;
import org.snmp4j.asn1.BER;
import org.snmp4j.asn1.BERInputStream;
import org.snmp4j.asn1.BEROutputStream;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OctetString;

/**
 * Thousands of SNMP v2c agents in a JVM of its own, each with its socket; they have a text at every OID, what a file of the lab
 * has, or are switches of so many ports.
 */
final class SnmpFleet {

    private static final int LARGEST_MESSAGE = 1_500;

    private final SnmpTree tree;

    private SnmpFleet(SnmpTree tree) {
        this.tree = tree;
    }

    /**
     * Takes the number of agents, after how many ms they answer, and maybe a file with what they all have, or their number of
     * ports; says the port of all and a word, ends with its input.
     */
    public static void main(String[] arguments) throws Exception {
        SnmpFleet fleet = new SnmpFleet(arguments.length < 3 ? SnmpTree.anything() : tree(arguments[2]));
        Selector selector = Selector.open();
        int port = 0;
        for (int number = 0; number < Integer.parseInt(arguments[0]); number++) {
            DatagramChannel socket = DatagramChannel.open();
            socket.bind(new InetSocketAddress(Addresses.of(number), port));
            port = ((InetSocketAddress) socket.getLocalAddress()).getPort();
            socket.configureBlocking(false);
            socket.register(selector, SelectionKey.OP_READ);
        }
        long delay = TimeUnit.MILLISECONDS.toNanos(Long.parseLong(arguments[1]));
        Thread agents = new Thread(() -> fleet.answerAll(selector, delay), "agents");
        agents.setDaemon(true);
        agents.start();
        System.out.println(port + " ready");
        while (System.in.read() >= 0) {
            continue;
        }
        System.exit(0);
    }

    private static SnmpTree tree(String word) throws IOException {
        return word.matches("\\d+")
                ? SnmpTree.of(SwitchMib.variables(Integer.parseInt(word)))
                : SnmpTree.of(Path.of(word));
    }

    private void answerAll(Selector selector, long delay) {
        Queue<Answer> answers = new ArrayDeque<>();
        try {
            while (true) {
                Answer next = answers.peek();
                if (next == null) {
                    selector.select(key -> take((DatagramChannel) key.channel(), delay, answers));
                } else if (next.due() <= System.nanoTime()) {
                    next.socket().send(next.message(), next.peer());
                    answers.remove();
                } else {
                    selector.select(key -> take((DatagramChannel) key.channel(), delay, answers), 1);
                }
            }
        } catch (IOException e) {
            System.exit(1);
        }
    }

    private void take(DatagramChannel socket, long delay, Queue<Answer> answers) {
        try {
            ByteBuffer request = ByteBuffer.allocate(LARGEST_MESSAGE);
            for (SocketAddress peer = socket.receive(request); peer != null; peer = socket.receive(request)) {
                request.flip();
                answers.add(new Answer(System.nanoTime() + delay, socket, peer, response(new BERInputStream(request))));
                request.clear();
            }
        } catch (IOException e) {
            System.exit(1);
        }
    }

    private record Answer(long due, DatagramChannel socket, SocketAddress peer, ByteBuffer message) {}

    private ByteBuffer response(BERInputStream request) throws IOException {
        BER.decodeHeader(request, new BER.MutableByte());
        Integer32 version = new Integer32();
        version.decodeBER(request);
        OctetString community = new OctetString();
        community.decodeBER(request);
        PDU pdu = new PDU();
        pdu.decodeBER(request);
        tree.answer(pdu);
        BEROutputStream response = new BEROutputStream(ByteBuffer.allocate(tree.largestMessage()));
        BER.encodeHeader(
                response, BER.SEQUENCE, version.getBERLength() + community.getBERLength() + pdu.getBERLength());
        version.encodeBER(response);
        community.encodeBER(response);
        pdu.encodeBER(response);
        ByteBuffer bytes = response.getBuffer();
        bytes.flip();
        return bytes;
    }
}
