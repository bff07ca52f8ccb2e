package dev.baton.device.snmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.baton.action.ConfigStore;
import dev.baton.action.DeviceChanges;
import dev.baton.action.DeviceDelegate;
import dev.baton.action.Findings;
import dev.baton.action.Observations;
import dev.baton.action.Relations;
import dev.baton.action.Result;
import dev.baton.action.TargetSets;
import dev.baton.inventory.InventoryDevice;
import dev.baton.testing.DelegateSession;
import dev.baton.testing.Devices;
import dev.baton.testing.KeptConfigs;
import dev.baton.testing.LldpDaemon;
import dev.baton.testing.NetSnmpAgent;
import dev.baton.testing.NetworkNamespace;
import dev.baton.testing.RememberedFindings;
import dev.baton.testing.RememberedObservations;
import dev.baton.testing.ShippedTable;
import dev.baton.testing.VethPair;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mockito.Mockito;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** A cable into a namespace, an lldpd and a net-snmp agent at either end: all that is told was heard. */
class LinkDownIT {

    @RegisterExtension
    @Order(1)
    static final NetworkNamespace THERE = new NetworkNamespace();

    @RegisterExtension
    @Order(2)
    static final VethPair CABLE = new VethPair(THERE);

    @RegisterExtension
    @Order(3)
    static final NetSnmpAgent NEAR = new NetSnmpAgent();

    @RegisterExtension
    @Order(4)
    static final NetSnmpAgent FAR = new NetSnmpAgent(THERE, List::of);

    @RegisterExtension
    @Order(5)
    static final LldpDaemon NEAR_LLDP = new LldpDaemon("access-sw1", CABLE::name, null, NEAR);

    @RegisterExtension
    @Order(6)
    static final LldpDaemon FAR_LLDP = new LldpDaemon("core-sw2", CABLE::farName, THERE, FAR);

    private static final RememberedObservations SEEN = new RememberedObservations();

    private static TestSnmp snmp;

    @BeforeAll
    static void open() throws IOException {
        snmp = new TestSnmp();
    }

    @AfterAll
    static void close() throws IOException {
        snmp.close();
    }

    @Test
    void aLinkThatTheOtherEndShutIsDiagnosedByBothEnds() throws Exception {
        InventoryDevice near = Devices.snmp("frr", NEAR.port(), NEAR.reader());
        InventoryDevice far = Devices.snmpAt(THERE.address(), "frr", FAR.port(), FAR.reader());
        Result up = heard(near, CABLE.name());
        assertThat(up.facts())
                .contains(
                        entry("linkState", "up"),
                        entry("neighbourDevice", "core-sw2"),
                        entry("neighbourPort", CABLE.farName()));
        assertThat(heard(far, CABLE.farName()).facts())
                .contains(entry("neighbourDevice", "access-sw1"), entry("neighbourPort", CABLE.name()));
        up.observations().forEach(seen -> SEEN.keep(near.name(), seen, Instant.now()));

        CABLE.setFarEnd("down");
        // The agents remember the state of interfaces for some seconds, and forget it with a restart.
        NEAR.stop();
        FAR.stop();
        NEAR.startAgain();
        FAR.startAgain();

        Result down = read(near, CABLE.name());
        assertThat(down.facts())
                .contains(entry("linkState", "down"), entry("neighbourDevice", "core-sw2"), entry("poe", "unknown"));
        assertThat(down.facts().get("evidence"))
                .asString()
                .contains("bundle: not visible", "power over Ethernet: not visible", "log: not visible: ");
        Result there = read(far, String.valueOf(down.facts().get("neighbourPort")));
        Map<String, Object> facts = new HashMap<>(down.facts());
        facts.put("remoteState", there.facts().get("linkState"));
        facts.put("remoteLight", there.facts().get("light"));
        facts.put("remoteMinutesUp", there.facts().get("minutesUp"));
        assertThat(new ShippedTable("link-down-cause").first(facts))
                .contains(entry("cause", "the other end is shut"), entry("actor", "people"));
    }

    /** Reads until somebody has announced itself with its port: they do so once a second, and looks come in between. */
    private static Result heard(InventoryDevice device, String port) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        Result result = read(device, port);
        while (result.facts().get("neighbourPort").equals("")) {
            assertThat(System.nanoTime()).as("nobody was heard on %s", port).isLessThan(end);
            result = read(device, port);
        }
        return result;
    }

    private static Result read(InventoryDevice device, String port) {
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
                DelegateSession session = new DelegateSession(device, () -> snmp.open(device))) {
            context.registerBean(Observations.class, () -> SEEN);
            context.registerBean(Findings.class, RememberedFindings::new);
            context.registerBean(ConfigStore.class, KeptConfigs::new);
            context.registerBean(DeviceChanges.class, () -> (name, from, to, most) -> List.of());
            context.registerBean(TargetSets.class, () -> Mockito.mock(TargetSets.class));
            context.registerBean(Relations.class, () -> Mockito.mock(Relations.class));
            context.scan("dev.baton.delegates.link");
            context.refresh();
            return session.perform(context.getBean("readLink", DeviceDelegate.class), Map.of("port", port));
        }
    }
}
