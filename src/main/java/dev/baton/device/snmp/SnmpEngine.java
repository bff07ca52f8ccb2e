package dev.baton.device.snmp;

import dev.baton.device.DeviceSettings;
import dev.baton.device.snmp.usm.Protocols;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.snmp4j.MessageDispatcherImpl;
import org.snmp4j.PDU;
import org.snmp4j.SNMP4JSettings;
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
import org.springframework.stereotype.Component;

/** The one SNMP session of this node: a socket and a listener for all devices. */
@Component
class SnmpEngine implements AutoCloseable {

    /** Room for the answers of many devices at once; the system may allow less. */
    private static final int RECEIVE_BUFFER = 4 * 1024 * 1024;

    private final DeviceSettings settings;
    private final USM usm;
    private final MPv3 versionThree;
    private final Snmp snmp;

    SnmpEngine(DeviceSettings settings) throws IOException {
        this.settings = settings;
        // Off by default: an answer from another address than the asked one is not that device's answer.
        SNMP4JSettings.setVerifyResponsePeerAddress(true);
        // A device that does not know the user or the key can say so only without authentication.
        SNMP4JSettings.setReportSecurityLevelStrategy(SNMP4JSettings.ReportSecurityLevelStrategy.noAuthNoPrivIfNeeded);
        SecurityProtocols protocols = Protocols.all();
        CounterSupport counters = CounterSupport.getInstance();
        byte[] engineId = MPv3.createLocalEngineID();
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

    DeviceSettings settings() {
        return settings;
    }

    /**
     * Sends a request; the future gets the answer, a report, or an answer without PDU when there was none in time. Who
     * cancels the future ends the repetitions of the request.
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

    /** Asks a device for its engine id; the future gets null when it does not answer. */
    CompletableFuture<byte @Nullable []> discoverEngineId(UdpAddress address) throws IOException {
        OctetString earlier = versionThree.removeEngineID(address);
        if (earlier != null) {
            usm.removeEngineTime(earlier);
        }
        UserTarget<UdpAddress> nobody = new UserTarget<>(address, new OctetString(), new byte[0]);
        nobody.setSecurityLevel(SecurityLevel.NOAUTH_NOPRIV);
        nobody.setVersion(SnmpConstants.version3);
        nobody.setTimeout(settings.snmpTimeout().toMillis());
        nobody.setRetries(settings.snmpRetries());
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

    Snmp session() {
        return snmp;
    }

    @Override
    public void close() throws IOException {
        snmp.close();
    }
}
