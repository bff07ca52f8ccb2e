package dev.baton.device.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.baton.action.Criticality;
import dev.baton.action.Device;
import dev.baton.action.DeviceDelegate;
import dev.baton.action.Relations;
import dev.baton.action.Result;
import dev.baton.action.TargetSets;
import dev.baton.device.Deadlines;
import dev.baton.device.DeviceLink;
import dev.baton.device.Protocol;
import dev.baton.device.TestLinks;
import dev.baton.device.snmp.TestSnmp;
import dev.baton.device.ssh.TestSsh;
import dev.baton.inventory.Credential;
import dev.baton.inventory.InventoryDevice;
import dev.baton.inventory.SnmpAccess;
import dev.baton.inventory.SshAccess;
import dev.baton.secret.SecretReference;
import dev.baton.testing.DelegateSession;
import dev.baton.testing.NetSnmpAgent;
import dev.baton.testing.NetworkNamespace;
import dev.baton.testing.OpenSshServer;
import dev.baton.testing.ShippedTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.Mockito;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Knocks at real programs: sshd, net-snmp, an address that nobody has, and a controller that speaks Redfish over TLS. */
class HostDownIT {

    @RegisterExtension
    @Order(1)
    static final NetworkNamespace THERE = new NetworkNamespace();

    @RegisterExtension
    @Order(2)
    static final NetSnmpAgent NEIGHBOUR = new NetSnmpAgent(THERE, List::of);

    @RegisterExtension
    @Order(3)
    static final NetSnmpAgent AGENT = new NetSnmpAgent();

    @RegisterExtension
    @Order(4)
    static final OpenSshServer HOST = new OpenSshServer();

    private static final ShippedTable VERDICTS = new ShippedTable("reachability");

    private static Deadlines deadlines;
    private static Protocol ssh;
    private static TestSnmp snmp;
    private static TestNet net;

    @BeforeAll
    static void open() throws Exception {
        deadlines = new Deadlines();
        ssh = TestSsh.protocol(deadlines);
        snmp = new TestSnmp();
        net = new TestNet();
    }

    @AfterAll
    static void close() throws Exception {
        net.close();
        snmp.close();
        deadlines.close();
    }

    @Test
    void aHostIsKnockedAtInEveryWayAndWhatStopsIsTold() {
        InventoryDevice host = device("127.0.0.1", AGENT.port(), AGENT.reader());
        Map<String, Object> sound = probe(host, HOST.port());
        assertThat(sound)
                .contains(
                        entry("reachable", true),
                        entry("icmp", "answers"),
                        entry("tcp", "open"),
                        entry("ssh", "works"),
                        entry("snmp", "works"));

        AGENT.stop();
        assertThat(verdict(probe(host, HOST.port()), "none", "unknown")).isEqualTo("snmp-dead");

        HOST.stop();
        Map<String, Object> dead = probe(host, HOST.port());
        assertThat(dead).contains(entry("tcp", "refused"), entry("ssh", "silent"), entry("icmp", "answers"));
        assertThat(verdict(dead, "none", "unknown")).isEqualTo("services-dead");
    }

    @Test
    void anAddressThatNobodyHasIsSilentAndItsControllerTellsWhy(@TempDir Path folder) throws Exception {
        Map<String, Object> silent = probe(device(THERE.silentAddress(), 161, NEIGHBOUR.reader()), 22);
        assertThat(silent)
                .contains(
                        entry("icmp", "silent"),
                        entry("tcp", "silent"),
                        entry("ssh", "silent"),
                        entry("snmp", "silent"));

        InventoryDevice neighbour = device(THERE.address(), NEIGHBOUR.port(), NEIGHBOUR.reader());
        assertThat(act("askNeighbours", neighbour, Map.of("address", THERE.hostAddress()))
                        .summary())
                .matches("box1: " + THERE.hostAddress() + " is ([0-9a-f]{2}:){5}[0-9a-f]{2}");
        assertThat(act("askNeighbours", neighbour, Map.of("address", THERE.silentAddress()))
                        .facts())
                .containsEntry("frames", "unknown");

        String power = String.valueOf(power(folder).facts().get("power"));
        assertThat(power).isEqualTo("off");
        assertThat(verdict(silent, "answers", power)).isEqualTo("powered-off");
    }

    /** A controller that does not expand its systems, and has one of the usual name. */
    private static Result power(Path folder) throws Exception {
        TestCa authority = new TestCa("Controllers").in(folder, "bmc.pem");
        Path token = Files.writeString(folder.resolve("token"), "YmF0b246Z2VoZWlt\n");
        try (NetRig rig = NetRig.trusting(folder);
                WebServer bmc = WebServer.secured(authority.issue(Duration.ofDays(1), "127.0.0.1"))) {
            Mockito.when(rig.inventory.credential("bmc"))
                    .thenReturn(Optional.of(new Credential.HttpToken(
                            "bmc", new SecretReference("file:" + token), List.of("127.0.0.1"))));
            bmc.on("/redfish/v1/Systems", 200, "{\"Members\": [{\"@odata.id\": \"/redfish/v1/Systems/1\"}]}");
            bmc.on("/redfish/v1/Systems/1", 200, "{\"Id\": \"1\", \"PowerState\": \"Off\"}");
            Device controller = new Device(
                    "bmc1", "127.0.0.1", "linux", null, null, Set.of("redfish"), Criticality.LOW, null, false);
            InventoryDevice device = new InventoryDevice(controller, List.of(), null, null);
            return act("readPower", device, () -> rig.open(device), Map.of("port", bmc.port(), "ca", "bmc.pem"));
        }
    }

    private static String verdict(Map<String, Object> probed, String neighbours, String power) {
        Map<String, Object> facts = new HashMap<>(probed);
        facts.putAll(Map.of("neighbourState", neighbours, "frames", "unknown", "power", power));
        return String.valueOf(VERDICTS.first(facts).get("verdict"));
    }

    private static Map<String, Object> probe(InventoryDevice device, int port) {
        return act("probeHost", device, Map.of("ports", String.valueOf(port), "limit", "PT1S"))
                .facts();
    }

    private static Result act(String delegate, InventoryDevice device, Map<String, ?> inputs) {
        return act(delegate, device, () -> TestLinks.fresh(device, ssh, snmp.protocol(), net.protocol()), inputs);
    }

    private static Result act(
            String delegate, InventoryDevice device, Supplier<DeviceLink> link, Map<String, ?> inputs) {
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
                DelegateSession session = new DelegateSession(device, link)) {
            context.registerBean(TargetSets.class, () -> Mockito.mock(TargetSets.class));
            context.registerBean(Relations.class, () -> Mockito.mock(Relations.class));
            context.scan("dev.baton.delegates.reach");
            context.refresh();
            return session.perform(context.getBean(delegate, DeviceDelegate.class), inputs);
        }
    }

    private static InventoryDevice device(String address, int snmpPort, Credential community) {
        Device device = new Device("box1", address, "linux", null, null, Set.of(), Criticality.LOW, null, true);
        return new InventoryDevice(
                device,
                List.of(),
                new SshAccess(HOST.port(), HOST.credential(), HOST.pin(), null),
                new SnmpAccess(snmpPort, community));
    }
}
