package dev.baton.device.snmp;

import dev.baton.device.DeviceSettings;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.snmp4j.MessageDispatcherImpl;
import org.snmp4j.PDU;
import org.snmp4j.SNMP4JSettings;
import org.snmp4j.Snmp;
import org.snmp4j.Target;
import org.snmp4j.event.ResponseEvent;
import org.snmp4j.event.ResponseListener;
import org.snmp4j.mp.CounterSupport;
import org.snmp4j.mp.MPv2c;
import org.snmp4j.mp.MPv3;
import org.snmp4j.security.AuthHMAC128SHA224;
import org.snmp4j.security.AuthHMAC192SHA256;
import org.snmp4j.security.AuthHMAC256SHA384;
import org.snmp4j.security.AuthSHA;
import org.snmp4j.security.PrivAES128;
import org.snmp4j.security.PrivAES192;
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

    private final DeviceSettings settings;
    private final SecurityProtocols protocols;
    private final Snmp snmp;

    SnmpEngine(DeviceSettings settings) throws IOException {
        this.settings = settings;
        // Off by default: an answer from another address than the asked one is not that device's answer.
        SNMP4JSettings.setVerifyResponsePeerAddress(true);
        // A device that does not know the user or the key can say so only without authentication.
        SNMP4JSettings.setReportSecurityLevelStrategy(SNMP4JSettings.ReportSecurityLevelStrategy.noAuthNoPrivIfNeeded);
        protocols = protocols();
        CounterSupport counters = CounterSupport.getInstance();
        byte[] engineId = MPv3.createLocalEngineID();
        USM usm = new USM(protocols, new OctetString(engineId), 0, counters);
        MessageDispatcherImpl dispatcher = new MessageDispatcherImpl();
        dispatcher.addMessageProcessingModel(new MPv2c());
        dispatcher.addMessageProcessingModel(
                new MPv3(engineId, null, protocols, SecurityModels.getCollection(new SecurityModel[] {usm}), counters));
        snmp = new Snmp(dispatcher, new DefaultUdpTransportMapping());
        snmp.listen();
    }

    /** The protocols that RFC 3414, 3826 and 7860 name, without MD5 and DES. */
    private static SecurityProtocols protocols() {
        SecurityProtocols protocols = new SecurityProtocols(SecurityProtocols.SecurityProtocolSet.maxSecurity);
        protocols.addAuthenticationProtocol(new AuthSHA());
        protocols.addAuthenticationProtocol(new AuthHMAC128SHA224());
        protocols.addAuthenticationProtocol(new AuthHMAC192SHA256());
        protocols.addAuthenticationProtocol(new AuthHMAC256SHA384());
        protocols.addPrivacyProtocol(new PrivAES128());
        protocols.addPrivacyProtocol(new PrivAES192());
        return protocols;
    }

    SecurityProtocols securityProtocols() {
        return protocols;
    }

    DeviceSettings settings() {
        return settings;
    }

    /** Sends a request; the future gets the answer, a report, or an answer without PDU when there was none in time. */
    CompletableFuture<ResponseEvent<UdpAddress>> send(PDU request, Target<UdpAddress> target) throws IOException {
        CompletableFuture<ResponseEvent<UdpAddress>> answer = new CompletableFuture<>();
        snmp.send(request, target, null, new ResponseListener() {
            @Override
            @SuppressWarnings("unchecked")
            public <A extends Address> void onResponse(ResponseEvent<A> event) {
                snmp.cancel(event.getRequest(), this);
                answer.complete((ResponseEvent<UdpAddress>) event);
            }
        });
        return answer;
    }

    /** Asks a device for its engine id; null when it does not answer. */
    byte @Nullable [] discoverEngineId(UdpAddress address) {
        for (int attempt = 0; attempt <= settings.snmpRetries(); attempt++) {
            byte[] engineId = snmp.discoverAuthoritativeEngineID(
                    address, settings.snmpTimeout().toMillis());
            if (engineId != null && engineId.length > 0) {
                return engineId;
            }
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        snmp.close();
    }
}
