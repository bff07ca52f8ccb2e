package dev.baton.device.snmp;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.baton.action.ActionProblem;
import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.device.DeviceLink;
import dev.baton.device.DeviceSettings;
import dev.baton.device.Protocol;
import dev.baton.device.TestSettings;
import dev.baton.device.snmp.mib.TestMib;
import dev.baton.device.snmp.usm.CountedKeys;
import dev.baton.device.snmp.usm.EngineIds;
import dev.baton.device.snmp.usm.TestEngines;
import dev.baton.inventory.InventoryDevice;
import dev.baton.secret.TestSecrets;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import org.snmp4j.MessageDispatcherImpl;
import org.snmp4j.mp.SnmpConstants;

/** SNMP as the application puts it together, without the application. */
public final class TestSnmp implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private final CountedKeys keys = new CountedKeys();
    private final Addresses addresses;
    private final SnmpEngine engine;
    private final EngineIds engineIds;
    private final SnmpProtocol protocol;

    public TestSnmp() throws IOException {
        this(TestSettings.impatient(), new TestEngines(), InetAddress::getByName);
    }

    TestSnmp(DeviceSettings settings, TestEngines engines, Addresses.Resolver resolver) throws IOException {
        addresses = new Addresses(resolver);
        engine = new SnmpEngine(settings);
        engineIds = engines.afterRestart();
        protocol = new SnmpProtocol(
                engine,
                new SnmpTargets(settings, TestSecrets.fromFiles(), keys, InstantSource.fixed(NOW)),
                addresses,
                engineIds,
                TestMib.builtIn());
    }

    int derivations() {
        return keys.derivations();
    }

    /** Requests that still wait for an answer. */
    public int pendingRequests() {
        return engine.sessions().stream()
                .map(SnmpSession::snmp)
                .mapToInt(snmp -> snmp.getPendingSyncRequestCount() + snmp.getPendingAsyncRequestCount())
                .sum();
    }

    /** Counts the messages that come in from now on, whatever is in them. */
    AtomicInteger countMessages() {
        AtomicInteger messages = new AtomicInteger();
        for (SnmpSession session : engine.sessions()) {
            ((MessageDispatcherImpl) session.snmp().getMessageDispatcher()).addCounterListener(event -> {
                if (event.getOid().equals(SnmpConstants.snmpInPkts)) {
                    messages.incrementAndGet();
                }
            });
        }
        return messages;
    }

    public Protocol protocol() {
        return protocol;
    }

    public DeviceLink open(InventoryDevice device) {
        return protocol.open(device);
    }

    Answer send(InventoryDevice device, Command command) {
        try (DeviceLink link = open(device)) {
            link.connect(command);
            return link.send(command);
        }
    }

    ActionProblem fail(InventoryDevice device, Command command) {
        return catchThrowableOfType(ActionProblem.class, () -> send(device, command));
    }

    @Override
    public void close() throws IOException {
        engine.close();
        engineIds.close();
        addresses.close();
    }
}
