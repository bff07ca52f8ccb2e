package dev.baton.device.snmp;

import dev.baton.device.DeviceSettings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.snmp4j.PDU;
import org.snmp4j.SNMP4JSettings;
import org.snmp4j.Target;
import org.snmp4j.UserTarget;
import org.snmp4j.event.ResponseEvent;
import org.snmp4j.mp.MPv3;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.UdpAddress;
import org.springframework.stereotype.Component;

/** The few SNMP sessions of this node for all devices; a device always has the same one, which knows its engine's clock. */
@Component
class SnmpEngine implements AutoCloseable {

    /** One thread reads all answers of a session, so that one session would be no faster than one processor. */
    private static final int SESSIONS = Math.min(4, Runtime.getRuntime().availableProcessors());

    private final DeviceSettings settings;
    private final List<SnmpSession> sessions = new ArrayList<>();

    SnmpEngine(DeviceSettings settings) throws IOException {
        this.settings = settings;
        // Off by default: an answer from another address than the asked one is not that device's answer.
        SNMP4JSettings.setVerifyResponsePeerAddress(true);
        // A device that does not know the user or the key can say so only without authentication.
        SNMP4JSettings.setReportSecurityLevelStrategy(SNMP4JSettings.ReportSecurityLevelStrategy.noAuthNoPrivIfNeeded);
        byte[] engineId = MPv3.createLocalEngineID();
        for (int i = 0; i < SESSIONS; i++) {
            sessions.add(new SnmpSession(engineId));
        }
    }

    DeviceSettings settings() {
        return settings;
    }

    /** Sends a request, as {@link SnmpSession#send} says. */
    CompletableFuture<ResponseEvent<UdpAddress>> send(PDU request, Target<UdpAddress> target) throws IOException {
        return session(target.getAddress()).send(request, target);
    }

    /** Asks a device for its engine id; the future gets null when it does not answer. */
    CompletableFuture<byte @Nullable []> discoverEngineId(UdpAddress address) throws IOException {
        UserTarget<UdpAddress> nobody = new UserTarget<>(address, new OctetString(), new byte[0]);
        nobody.setTimeout(settings.snmpTimeout().toMillis());
        nobody.setRetries(settings.snmpRetries());
        return session(address).discoverEngineId(address, nobody);
    }

    private SnmpSession session(UdpAddress address) {
        return sessions.get(Math.floorMod(address.hashCode(), sessions.size()));
    }

    List<SnmpSession> sessions() {
        return List.copyOf(sessions);
    }

    @Override
    public void close() throws IOException {
        for (SnmpSession session : sessions) {
            session.close();
        }
    }
}
