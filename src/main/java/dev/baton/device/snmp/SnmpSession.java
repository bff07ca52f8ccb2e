package dev.baton.device.snmp;

import dev.baton.device.snmp.usm.Protocols;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.snmp4j.MessageDispatcherImpl;
import org.snmp4j.PDU;
import org.snmp4j.ScopedPDU;
import org.snmp4j.Snmp;
import org.snmp4j.Target;
import org.snmp4j.UserTarget;
import org.snmp4j.event.ResponseEvent;
import org.snmp4j.event.ResponseListener;
import org.snmp4j.mp.CounterSupport;
import org.snmp4j.mp.MPv1;
import org.snmp4j.mp.MPv2c;
import org.snmp4j.mp.MPv3;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.security.SecurityLevel;
import org.snmp4j.security.SecurityModel;
import org.snmp4j.security.SecurityModels;
import org.snmp4j.security.SecurityProtocols;
import org.snmp4j.security.USM;
import org.snmp4j.smi.Address;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.UdpAddress;
import org.snmp4j.transport.DefaultUdpTransportMapping;

/** One socket, the thread that reads it, and what it knows of the engines that answer there. */
final class SnmpSession implements AutoCloseable {

    /** Room for the answers of many devices at once; the system may allow less. */
    private static final int RECEIVE_BUFFER = 4 * 1024 * 1024;

    private final USM usm;
    private final MPv3 versionThree;
    private final Snmp snmp;

    SnmpSession(byte[] engineId) throws IOException {
        SecurityProtocols protocols = Protocols.all();
        CounterSupport counters = CounterSupport.getInstance();
        usm = new USM(protocols, new OctetString(engineId), 0, counters);
        MessageDispatcherImpl dispatcher = new MessageDispatcherImpl();
        dispatcher.addMessageProcessingModel(new MPv1());
        dispatcher.addMessageProcessingModel(new MPv2c());
        versionThree =
                new MPv3(engineId, null, protocols, SecurityModels.getCollection(new SecurityModel[] {usm}), counters);
        dispatcher.addMessageProcessingModel(versionThree);
        DefaultUdpTransportMapping socket = new DefaultUdpTransportMapping();
        socket.setReceiveBufferSize(RECEIVE_BUFFER);
        snmp = new Snmp(dispatcher, socket);
        snmp.listen();
    }

    /**
     * Sends a request; the future gets the answer, a report, or an answer without PDU when there was none in time. It ends
     * once, however often the library tells of an answer. Who cancels it ends the repetitions of the request.
     */
    CompletableFuture<ResponseEvent<UdpAddress>> send(PDU request, Target<UdpAddress> target) throws IOException {
        CompletableFuture<ResponseEvent<UdpAddress>> answer = new CompletableFuture<>();
        ResponseListener listener = new ResponseListener() {
            @Override
            @SuppressWarnings("unchecked")
            public <A extends Address> void onResponse(ResponseEvent<A> event) {
                snmp.cancel(event.getRequest(), this);
                answer.complete((ResponseEvent<UdpAddress>) event);
            }
        };
        snmp.send(request, target, null, listener);
        answer.whenComplete((event, failure) -> {
            if (failure != null) {
                snmp.cancel(request, listener);
            }
        });
        return answer;
    }

    /** Asks an address for its engine id with a question that anybody may ask; the future gets null when there is no answer. */
    CompletableFuture<byte @Nullable []> discoverEngineId(UdpAddress address, UserTarget<UdpAddress> nobody)
            throws IOException {
        OctetString earlier = versionThree.removeEngineID(address);
        if (earlier != null) {
            usm.removeEngineTime(earlier);
        }
        nobody.setSecurityLevel(SecurityLevel.NOAUTH_NOPRIV);
        nobody.setVersion(SnmpConstants.version3);
        ScopedPDU question = new ScopedPDU();
        question.setType(PDU.GET);
        CompletableFuture<ResponseEvent<UdpAddress>> answer = send(question, nobody);
        CompletableFuture<byte @Nullable []> engineId = answer.thenApply(event -> {
            OctetString found = versionThree.getEngineID(address);
            return found == null || found.length() == 0 ? null : found.toByteArray();
        });
        engineId.whenComplete((id, failure) -> answer.cancel(false));
        return engineId;
    }

    Snmp snmp() {
        return snmp;
    }

    @Override
    public void close() throws IOException {
        snmp.close();
    }
}
