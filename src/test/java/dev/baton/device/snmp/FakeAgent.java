package dev.baton.device.snmp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.snmp4j.PDU;
import org.snmp4j.asn1.BER;
import org.snmp4j.asn1.BERInputStream;
import org.snmp4j.asn1.BEROutputStream;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OctetString;

/** An agent of SNMP v1 and v2c that answers whatever a test wants, or nothing. */
final class FakeAgent implements AutoCloseable {

    static final String COMMUNITY = "a secret for tests";

    private final DatagramSocket socket;
    private final Function<PDU, List<byte[]>> answers;
    private final List<PDU> requests = Collections.synchronizedList(new ArrayList<>());

    private FakeAgent(Function<PDU, List<byte[]>> answers) throws IOException {
        this.answers = answers;
        socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        Thread thread = new Thread(this::serve, "fake snmp agent");
        thread.setDaemon(true);
        thread.start();
    }

    /** Answers with one PDU, or not at all where it is null. */
    static FakeAgent answering(Function<PDU, PDU> answer) throws IOException {
        return new FakeAgent(request -> {
            PDU response = answer.apply(request);
            return response == null ? List.of() : List.of(encoded(response));
        });
    }

    /** Answers with any number of datagrams of any content. */
    static FakeAgent sending(Function<PDU, List<byte[]>> answers) throws IOException {
        return new FakeAgent(answers);
    }

    /** A response to a request that carries nothing yet. */
    static PDU responseTo(PDU request) {
        PDU response = new PDU();
        response.setType(PDU.RESPONSE);
        response.setRequestID(request.getRequestID());
        return response;
    }

    static byte[] encoded(PDU response) {
        try {
            OctetString community = new OctetString(COMMUNITY);
            Integer32 version = new Integer32(1);
            int length = version.getBERLength() + community.getBERLength() + response.getBERLength();
            BEROutputStream out =
                    new BEROutputStream(ByteBuffer.allocate(length + BER.getBERLengthOfLength(length) + 1));
            BER.encodeHeader(out, BER.SEQUENCE, length);
            version.encodeBER(out);
            community.encodeBER(out);
            response.encodeBER(out);
            return out.getBuffer().array();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return socket.getLocalPort();
    }

    int count() {
        return requests.size();
    }

    List<PDU> requests() {
        synchronized (requests) {
            return new ArrayList<>(requests);
        }
    }

    private void serve() {
        byte[] buffer = new byte[65_536];
        while (!socket.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                socket.receive(packet);
                PDU request = decoded(ByteBuffer.wrap(buffer, 0, packet.getLength()));
                requests.add(request);
                for (byte[] answer : answers.apply(request)) {
                    socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
                }
            } catch (IOException e) {
                // Closing ends a receive; what is no request is not for this agent.
            }
        }
    }

    private static PDU decoded(ByteBuffer message) throws IOException {
        BERInputStream in = new BERInputStream(message);
        BER.decodeHeader(in, new BER.MutableByte());
        new Integer32().decodeBER(in);
        new OctetString().decodeBER(in);
        PDU request = new PDU();
        request.decodeBER(in);
        return request;
    }

    @Override
    public void close() {
        socket.close();
    }
}
