package dev.baton.device.snmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.Mockito.mock;

import dev.baton.action.Command;
import dev.baton.action.ConfigStore;
import dev.baton.action.Decisions;
import dev.baton.action.DeviceChanges;
import dev.baton.action.DeviceDelegate;
import dev.baton.action.Finding;
import dev.baton.action.Findings;
import dev.baton.action.Observations;
import dev.baton.action.Relations;
import dev.baton.action.Result;
import dev.baton.action.SnmpType;
import dev.baton.action.TargetSets;
import dev.baton.inventory.InventoryDevice;
import dev.baton.testing.DelegateSession;
import dev.baton.testing.Devices;
import dev.baton.testing.KeptConfigs;
import dev.baton.testing.NetSnmpAgent;
import dev.baton.testing.Programs;
import dev.baton.testing.RememberedObservations;
import dev.baton.testing.ShippedDecisions;
import dev.baton.testing.VethPair;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
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
    static final NetSnmpAgent AGENT = new NetSnmpAgent(PortsIT::lightAndNeighbour);

    private static final String HOST = "192.0.2.77";
    private static final String ADMIN = "1.3.6.1.2.1.2.2.1.7.";
    private static final String ALIAS = "1.3.6.1.2.1.31.1.1.1.18.";
    private static final RememberedObservations SEEN = new RememberedObservations();

    private static TestSnmp snmp;
    private static InventoryDevice device;

    @BeforeAll
    static void describe() throws IOException {
        Programs.run("/sbin/ip", "neigh", "add", HOST, "lladdr", "00:1c:73:00:aa:07", "dev", CABLE.name());
        snmp = new TestSnmp();
        device = Devices.snmp("frr", AGENT.port(), AGENT.writer());
        set(ALIAS + CABLE.index(), SnmpType.STRING, "uplink to core1");
        set(ALIAS + LOOSE.index(), SnmpType.STRING, "uplink to core2");
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

        set(ADMIN + CABLE.index(), SnmpType.INTEGER, "2");

        assertThat(look().findings())
                .extracting(Finding::kind, Finding::part)
                .contains(tuple("port-shut-unexpected", CABLE.name()));
    }

    @Test
    void theLooseCableIsSeenFromBothEnds() {
        Result end = act("readLink", Map.of("port", LOOSE.name()));

        assertThat(end.facts())
                .containsEntry("linkState", "down")
                .containsEntry("light", "dark")
                .containsEntry("laser", "ok")
                .containsEntry("neighbourDevice", "core-sw2")
                .containsEntry("neighbourPort", "Ethernet2");
        assertThat(end.facts().get("evidence")).asString().contains("light received: -40.0 dBm, alarm below -18.0 dBm");
    }

    @Test
    void aNeighbourKnowsTheHostThatSentFramesLately() {
        Result told = act("askNeighbours", Map.of("address", HOST));

        assertThat(told.facts()).containsEntry("frames", "seen");
        assertThat(told.summary()).contains("192.0.2.77 is 00:1c:73:00:aa:07, learned on its bridge port 12");
    }

    @Test
    void aControllerTellsThatItsServerIsOff() {
        assertThat(act("readPower", Map.of()).facts()).containsEntry("power", "off");
    }

    /** What net-snmp does not have by itself: optics, who announces itself, learned addresses, the power of a server. */
    private static List<String> lightAndNeighbour() {
        String optics = "override 1.3.6.1.4.1.2636.3.60.1.1.1.1.%d." + LOOSE.index() + " integer %d";
        String lldp = "override 1.0.8802.1.1.2.1.%s %s %s";
        return List.of(
                "override 1.3.6.1.2.1.17.4.3.1.2.0.28.115.0.170.7 integer 12",
                "override 1.3.6.1.4.1.674.10892.5.2.4.0 integer 3",
                String.format(optics, 5, -4000),
                String.format(optics, 7, -230),
                String.format(optics, 10, -1800),
                String.format(lldp, "3.7.1.3.1", "octet_str", "\"" + LOOSE.name() + "\""),
                String.format(lldp, "4.1.1.6.0.1.1", "integer", "5"),
                String.format(lldp, "4.1.1.7.0.1.1", "octet_str", "\"Ethernet2\""),
                String.format(lldp, "4.1.1.9.0.1.1", "octet_str", "\"core-sw2\""));
    }

    private static Result look() {
        Result result = act("checkPorts", Map.of());
        result.observations().forEach(seen -> SEEN.keep(device.name(), seen, Instant.now()));
        return result;
    }

    private static Result act(String delegate, Map<String, ?> inputs) {
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
                DelegateSession session = new DelegateSession(device, () -> snmp.open(device))) {
            context.registerBean(Observations.class, () -> SEEN);
            context.registerBean(Findings.class, () -> mock(Findings.class));
            context.registerBean(ConfigStore.class, KeptConfigs::new);
            context.registerBean(DeviceChanges.class, () -> (name, from, to, most) -> List.of());
            context.registerBean(TargetSets.class, () -> mock(TargetSets.class));
            context.registerBean(Decisions.class, ShippedDecisions::new);
            context.registerBean(Relations.class, () -> mock(Relations.class));
            context.scan("dev.baton.delegates.ports", "dev.baton.delegates.link", "dev.baton.delegates.reach");
            context.refresh();
            return session.perform(context.getBean(delegate, DeviceDelegate.class), inputs);
        }
    }

    private static void set(String oid, SnmpType type, String value) {
        snmp.send(device, Command.snmpSet(oid, type, value));
    }
}
