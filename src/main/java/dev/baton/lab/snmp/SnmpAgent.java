package dev.baton.lab.snmp;

import dev.baton.lab.machine.DeviceLog;
import dev.baton.lab.machine.Power;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.snmp4j.CommandResponder;
import org.snmp4j.CommandResponderEvent;
import org.snmp4j.MessageDispatcherImpl;
import org.snmp4j.MessageException;
import org.snmp4j.PDU;
import org.snmp4j.Snmp;
import org.snmp4j.mp.MPv2c;
import org.snmp4j.mp.MPv3;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.mp.StatusInformation;
import org.snmp4j.security.AuthHMAC192SHA256;
import org.snmp4j.security.PrivAES128;
import org.snmp4j.security.SecurityProtocols;
import org.snmp4j.security.SecurityProtocols.SecurityProtocolSet;
import org.snmp4j.security.USM;
import org.snmp4j.security.UsmUser;
import org.snmp4j.smi.Address;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.UdpAddress;
import org.snmp4j.transport.DefaultUdpTransportMapping;

/** Answers SNMP for one simulated device. */
public final class SnmpAgent implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SnmpAgent.class);

    private final Access access;
    private final Answers answers;
    private final Power power;
    private final OctetString engine;
    private final Snmp snmp;

    /** @throws IOException when the port is taken */
    public SnmpAgent(String device, Mib mib, Access access, Power power, DeviceLog log, int port) throws IOException {
        this.access = access;
        this.answers = new Answers(mib, log);
        this.power = power;
        this.engine = new OctetString(MPv3.createLocalEngineID(new OctetString(device)));
        this.snmp = new Snmp(dispatcher(), new DefaultUdpTransportMapping(new UdpAddress("127.0.0.1/" + port)));
        snmp.listen();
    }

    private MessageDispatcherImpl dispatcher() {
        MessageDispatcherImpl dispatcher = new MessageDispatcherImpl();
        if (access instanceof Access.User user) {
            dispatcher.addMessageProcessingModel(secured(user));
        } else {
            dispatcher.addMessageProcessingModel(new MPv2c());
        }
        dispatcher.addCommandResponder(new CommandResponder() {
            @Override
            public <A extends Address> void processPdu(CommandResponderEvent<A> event) {
                answer(event);
            }
        });
        return dispatcher;
    }

    private MPv3 secured(Access.User user) {
        SecurityProtocols protocols = new SecurityProtocols(SecurityProtocolSet.defaultSecurity);
        USM security = new USM(protocols, engine, 1);
        security.setEngineDiscoveryEnabled(true);
        OctetString name = new OctetString(user.name());
        security.addUser(
                name,
                new UsmUser(
                        name,
                        AuthHMAC192SHA256.ID,
                        new OctetString(user.authentication()),
                        PrivAES128.ID,
                        new OctetString(user.privacy())));
        MPv3 model = new MPv3(security);
        model.setSecurityProtocols(protocols);
        return model;
    }

    private <A extends Address> void answer(CommandResponderEvent<A> event) {
        event.setProcessed(true);
        PDU request = event.getPDU();
        if (request == null || !power.isOn() || !admits(event)) {
            return;
        }
        PDU response = answers.to(request);
        try {
            event.getMessageDispatcher()
                    .returnResponsePdu(
                            event.getMessageProcessingModel(),
                            event.getSecurityModel(),
                            event.getSecurityName(),
                            event.getSecurityLevel(),
                            response,
                            event.getMaxSizeResponsePDU(),
                            event.getStateReference(),
                            new StatusInformation());
        } catch (MessageException e) {
            LOG.warn("A simulated agent cannot answer {}: {}", event.getPeerAddress(), e.getMessage());
        }
    }

    /** Wrong communities get no answer, as agents do; wrong users were refused by the security model already. */
    private boolean admits(CommandResponderEvent<?> event) {
        if (access instanceof Access.Community community) {
            return event.getMessageProcessingModel() == SnmpConstants.version2c
                    && new String(event.getSecurityName(), StandardCharsets.UTF_8).equals(community.name());
        }
        return event.getMessageProcessingModel() == SnmpConstants.version3;
    }

    @Override
    public void close() {
        try {
            snmp.close();
        } catch (IOException e) {
            throw new UncheckedIOException("a simulated SNMP agent does not stop", e);
        }
    }
}
