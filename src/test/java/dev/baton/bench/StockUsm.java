package dev.baton.bench;

import dev.baton.testing.Peer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.snmp4j.MessageDispatcherImpl;
import org.snmp4j.PDU;
import org.snmp4j.ScopedPDU;
import org.snmp4j.Snmp;
import org.snmp4j.UserTarget;
import org.snmp4j.event.ResponseEvent;
import org.snmp4j.event.ResponseListener;
import org.snmp4j.mp.CounterSupport;
import org.snmp4j.mp.MPv3;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.security.AuthHMAC192SHA256;
import org.snmp4j.security.PrivAES128;
import org.snmp4j.security.SecurityLevel;
import org.snmp4j.security.SecurityModel;
import org.snmp4j.security.SecurityModels;
import org.snmp4j.security.SecurityProtocols;
import org.snmp4j.security.USM;
import org.snmp4j.security.UsmUser;
import org.snmp4j.smi.Address;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.UdpAddress;
import org.snmp4j.smi.VariableBinding;
import org.snmp4j.transport.DefaultUdpTransportMapping;

/** SNMPv3 as the library's documentation shows it: one user, whose keys the library makes for every engine that it finds. */
final class StockUsm {

    private static final long TIMEOUT_MILLIS = 10_000;

    private final Peer fleet;
    private final int inFlight;
    private final List<String> oids;

    StockUsm(Peer fleet, int inFlight, List<String> oids) {
        this.fleet = fleet;
        this.inFlight = inFlight;
        this.oids = oids;
    }

    /** First contact: every round has sessions that know no engine. */
    void run(int agents) throws Exception {
        List<Snmp> sessions = new ArrayList<>();
        for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
            sessions.add(session());
        }
        Semaphore free = new Semaphore(inFlight);
        AtomicInteger answers = new AtomicInteger();
        for (int number = 0; number < agents; number++) {
            free.acquire();
            Snmp session = sessions.get(number % sessions.size());
            session.send(request(), target(number), null, new ResponseListener() {
                @Override
                public <A extends Address> void onResponse(ResponseEvent<A> event) {
                    session.cancel(event.getRequest(), this);
                    if (event.getResponse() != null && event.getResponse().size() == oids.size()) {
                        answers.incrementAndGet();
                    }
                    free.release();
                }
            });
        }
        free.acquire(inFlight);
        for (Snmp session : sessions) {
            session.close();
        }
        if (answers.get() != agents) {
            throw new IOException(agents - answers.get() + " answers were lost");
        }
    }

    private static Snmp session() throws IOException {
        SecurityProtocols protocols = new SecurityProtocols(SecurityProtocols.SecurityProtocolSet.any);
        byte[] engineId = MPv3.createLocalEngineID();
        CounterSupport counters = CounterSupport.getInstance();
        USM usm = new USM(protocols, new OctetString(engineId), 0, counters);
        usm.addUser(new UsmUser(
                new OctetString(UsmFleet.USER),
                AuthHMAC192SHA256.ID,
                new OctetString(UsmFleet.AUTHENTICATION),
                PrivAES128.ID,
                new OctetString(UsmFleet.PRIVACY)));
        MessageDispatcherImpl dispatcher = new MessageDispatcherImpl();
        dispatcher.addMessageProcessingModel(
                new MPv3(engineId, null, protocols, SecurityModels.getCollection(new SecurityModel[] {usm}), counters));
        Snmp session = new Snmp(dispatcher, new DefaultUdpTransportMapping());
        session.listen();
        return session;
    }

    private PDU request() {
        PDU request = new ScopedPDU();
        request.setType(PDU.GET);
        oids.forEach(oid -> request.add(new VariableBinding(new OID(oid))));
        return request;
    }

    private UserTarget<UdpAddress> target(int number) {
        UserTarget<UdpAddress> target = new UserTarget<>(
                new UdpAddress(Addresses.of(number) + "/" + fleet.port()), new OctetString(UsmFleet.USER), new byte[0]);
        target.setSecurityLevel(SecurityLevel.AUTH_PRIV);
        target.setVersion(SnmpConstants.version3);
        target.setTimeout(TIMEOUT_MILLIS);
        target.setRetries(2);
        return target;
    }
}
