package dev.baton.bench;

import dev.baton.testing.Peer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.snmp4j.CommunityTarget;
import org.snmp4j.PDU;
import org.snmp4j.Snmp;
import org.snmp4j.event.ResponseEvent;
import org.snmp4j.event.ResponseListener;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.smi.Address;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.UdpAddress;
import org.snmp4j.smi.VariableBinding;
import org.snmp4j.transport.DefaultUdpTransportMapping;

/** What a careful author would write without Baton: a socket for each processor and so many requests in flight. */
final class BareSnmp4j implements AutoCloseable {

    private static final int RECEIVE_BUFFER = 4 * 1024 * 1024;
    private static final long TIMEOUT_MILLIS = 2_000;

    private final List<Snmp> sessions = new ArrayList<>();
    private final Peer fleet;
    private final int inFlight;
    private final List<String> oids;

    BareSnmp4j(Peer fleet, int inFlight, List<String> oids) throws IOException {
        this.fleet = fleet;
        this.inFlight = inFlight;
        this.oids = oids;
        for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
            DefaultUdpTransportMapping socket = new DefaultUdpTransportMapping();
            socket.setReceiveBufferSize(RECEIVE_BUFFER);
            Snmp session = new Snmp(socket);
            session.listen();
            sessions.add(session);
        }
    }

    void run(int agents) throws Exception {
        Semaphore free = new Semaphore(inFlight);
        AtomicInteger answers = new AtomicInteger();
        for (int number = 0; number < agents; number++) {
            free.acquire();
            Snmp snmp = sessions.get(number % sessions.size());
            snmp.send(request(), target(number), null, new ResponseListener() {
                @Override
                public <A extends Address> void onResponse(ResponseEvent<A> event) {
                    snmp.cancel(event.getRequest(), this);
                    if (event.getResponse() != null && event.getResponse().size() == oids.size()) {
                        answers.incrementAndGet();
                    }
                    free.release();
                }
            });
        }
        free.acquire(inFlight);
        if (answers.get() != agents) {
            throw new IOException(agents - answers.get() + " answers were lost");
        }
    }

    private PDU request() {
        PDU request = new PDU();
        request.setType(PDU.GET);
        oids.forEach(oid -> request.add(new VariableBinding(new OID(oid))));
        return request;
    }

    private CommunityTarget<UdpAddress> target(int number) {
        CommunityTarget<UdpAddress> target = new CommunityTarget<>(
                new UdpAddress(Addresses.of(number) + "/" + fleet.port()), new OctetString("bench"));
        target.setVersion(SnmpConstants.version2c);
        target.setTimeout(TIMEOUT_MILLIS);
        target.setRetries(2);
        return target;
    }

    @Override
    public void close() throws IOException {
        for (Snmp session : sessions) {
            session.close();
        }
    }
}
