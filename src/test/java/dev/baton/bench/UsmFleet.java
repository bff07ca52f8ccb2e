package dev.baton.bench;

import dev.baton.device.snmp.usm.PassPhraseKeys;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.snmp4j.CommandResponder;
import org.snmp4j.CommandResponderEvent;
import org.snmp4j.MessageDispatcherImpl;
import org.snmp4j.MessageException;
import org.snmp4j.PDU;
import org.snmp4j.ScopedPDU;
import org.snmp4j.Snmp;
import org.snmp4j.mp.CounterSupport;
import org.snmp4j.mp.MPv3;
import org.snmp4j.mp.StatusInformation;
import org.snmp4j.security.AuthHMAC192SHA256;
import org.snmp4j.security.PrivAES128;
import org.snmp4j.security.SecurityModel;
import org.snmp4j.security.SecurityModels;
import org.snmp4j.security.SecurityProtocols;
import org.snmp4j.security.USM;
import org.snmp4j.smi.Address;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.UdpAddress;
import org.snmp4j.smi.VariableBinding;
import org.snmp4j.transport.DefaultUdpTransportMapping;

/** SNMPv3 agents in a JVM of their own, each with an engine id of its own; they have a text at every OID. */
final class UsmFleet {

    static final String USER = "bench";
    static final String AUTHENTICATION = "the auth phrase of benchmarks";
    static final String PRIVACY = "the priv phrase of benchmarks";

    private static final PassPhraseKeys KEYS = new PassPhraseKeys();

    private UsmFleet() {}

    /** Takes the number of agents, says the port of all and a word, and ends with its input. */
    public static void main(String[] arguments) throws Exception {
        int port = 0;
        for (int number = 0; number < Integer.parseInt(arguments[0]); number++) {
            DefaultUdpTransportMapping socket =
                    new DefaultUdpTransportMapping(new UdpAddress(Addresses.of(number) + "/" + port));
            agent(socket, number).listen();
            port = socket.getListenAddress().getPort();
        }
        System.out.println(port + " ready");
        while (System.in.read() >= 0) {
            continue;
        }
        System.exit(0);
    }

    private static Snmp agent(DefaultUdpTransportMapping socket, int number) {
        byte[] engineId = ByteBuffer.allocate(9)
                .put((byte) 0x80)
                .put(new byte[] {0, 0x13, 0x70, 5})
                .putInt(number)
                .array();
        SecurityProtocols protocols = new SecurityProtocols(SecurityProtocols.SecurityProtocolSet.any);
        CounterSupport counters = CounterSupport.getInstance();
        USM usm = new USM(protocols, new OctetString(engineId), 1, counters);
        AuthHMAC192SHA256 authentication = new AuthHMAC192SHA256();
        PrivAES128 privacy = new PrivAES128();
        usm.addLocalizedUser(
                engineId,
                new OctetString(USER),
                authentication.getID(),
                KEYS.authentication(authentication, bytes(AUTHENTICATION), engineId)
                        .getValue(),
                privacy.getID(),
                KEYS.privacy(authentication, privacy, bytes(PRIVACY), engineId).getValue());
        MessageDispatcherImpl dispatcher = new MessageDispatcherImpl();
        dispatcher.addMessageProcessingModel(
                new MPv3(engineId, null, protocols, SecurityModels.getCollection(new SecurityModel[] {usm}), counters));
        Snmp agent = new Snmp(dispatcher, socket);
        agent.addCommandResponder(new CommandResponder() {
            @Override
            public <A extends Address> void processPdu(CommandResponderEvent<A> event) {
                answer(event);
            }
        });
        return agent;
    }

    private static <A extends Address> void answer(CommandResponderEvent<A> event) {
        PDU response = new ScopedPDU((ScopedPDU) event.getPDU());
        response.setType(PDU.RESPONSE);
        for (VariableBinding binding : response.getVariableBindings()) {
            binding.setVariable(new OctetString("value"));
        }
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
            System.exit(1);
        }
    }

    private static byte[] bytes(String phrase) {
        return phrase.getBytes(StandardCharsets.US_ASCII);
    }
}
