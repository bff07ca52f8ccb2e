package dev.baton.device.snmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.action.Decisions;
import dev.baton.action.DeviceDelegate;
import dev.baton.action.Finding;
import dev.baton.action.Observations;
import dev.baton.action.Result;
import dev.baton.action.SnmpType;
import dev.baton.inventory.InventoryDevice;
import dev.baton.testing.DelegateSession;
import dev.baton.testing.Devices;
import dev.baton.testing.NetSnmpAgent;
import dev.baton.testing.RememberedObservations;
import dev.baton.testing.ShippedTable;
import dev.baton.testing.VethPair;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Interfaces of this machine, looked at through a real net-snmp agent. */
class PortsIT {

    @RegisterExtension
    @Order(1)
    static final VethPair CABLE = new VethPair(true);

    @RegisterExtension
    @Order(2)
    static final VethPair LOOSE = new VethPair(false);

    @RegisterExtension
    @Order(3)
    static final NetSnmpAgent AGENT = new NetSnmpAgent();

    private static final String ADMIN = "1.3.6.1.2.1.2.2.1.7.";
    private static final String NAME = "1.3.6.1.2.1.31.1.1.1.1";
    private static final String ALIAS = "1.3.6.1.2.1.31.1.1.1.18.";
    private static final RememberedObservations SEEN = new RememberedObservations();

    private static TestSnmp snmp;
    private static InventoryDevice device;

    @BeforeAll
    static void describe() throws IOException {
        snmp = new TestSnmp();
        device = Devices.snmp(AGENT.port(), AGENT.writer());
        set(ALIAS + index(CABLE), SnmpType.STRING, "uplink to core1");
        set(ALIAS + index(LOOSE), SnmpType.STRING, "uplink to core2");
    }

    @AfterAll
    static void close() throws IOException {
        snmp.close();
    }

    @Test
    void aCableThatIsNotPluggedInAndAPortThatWasShutAreFound() {
        Result first = look();

        assertThat(first.findings())
                .extracting(Finding::kind, Finding::part, Finding::message)
                .contains(tuple(
                        "port-down",
                        LOOSE.name(),
                        LOOSE.name() + " (uplink to core2) is down, though its description wants a link"))
                .noneMatch(finding -> finding.toList().contains(CABLE.name()));

        set(ADMIN + index(CABLE), SnmpType.INTEGER, "2");

        assertThat(look().findings())
                .extracting(Finding::kind, Finding::part)
                .contains(tuple("port-shut-unexpected", CABLE.name()));
    }

    private static Result look() {
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
                DelegateSession session = new DelegateSession(device, () -> snmp.open(device))) {
            ShippedTable table = new ShippedTable("port-state");
            context.registerBean(Observations.class, () -> SEEN);
            context.registerBean(Decisions.class, () -> (key, facts) -> table.first(facts));
            context.scan("dev.baton.delegates.ports");
            context.refresh();
            Result result = session.perform(context.getBean("checkPorts", DeviceDelegate.class), Map.of());
            result.observations().forEach(seen -> SEEN.keep(device.name(), seen, Instant.now()));
            return result;
        }
    }

    private static String index(VethPair pair) {
        Answer names = snmp.send(device, Command.snmpWalk(NAME));
        return names.bindings().stream()
                .filter(name -> name.value().equals(pair.name()))
                .map(name -> name.oid().substring(NAME.length() + 1))
                .findFirst()
                .orElseThrow();
    }

    private static void set(String oid, SnmpType type, String value) {
        snmp.send(device, Command.snmpSet(oid, type, value));
    }
}
