package dev.baton.device.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.baton.action.ActionProblem;
import dev.baton.action.Probe;
import dev.baton.action.Problem;
import dev.baton.action.Result;
import dev.baton.device.Deadlines;
import dev.baton.device.TestSettings;
import dev.baton.inventory.Inventories;
import dev.baton.inventory.InventoryDevice;
import dev.baton.lab.Lab;
import dev.baton.lab.LabSettings;
import dev.baton.testing.DelegateSession;
import dev.baton.testing.DeviceDelegates;
import dev.baton.testing.FrrRouter;
import dev.baton.testing.KeptConfigs;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Changes of configurations: of the lab's switches and router, and of a real FRR. */
class ApplyConfigIT {

    private static final String FRR = "frr";

    @RegisterExtension
    static final FrrRouter ROUTER = new FrrRouter();

    @TempDir
    static Path folder;

    private static final Map<String, InventoryDevice> DEVICES = new TreeMap<>();
    private static Lab lab;
    private static Deadlines deadlines;
    private static SshProtocol protocol;

    private final KeptConfigs backups = new KeptConfigs();

    @BeforeAll
    static void start() {
        lab = new Lab(new LabSettings(true, folder.toString(), null, 0, false));
        DEVICES.putAll(Inventories.read(lab.files().get(0)));
        DEVICES.put(FRR, ROUTER.device());
        deadlines = new Deadlines();
        protocol = TestSsh.protocol(TestSettings.impatient(), deadlines);
    }

    @AfterAll
    static void stop() {
        protocol.close();
        deadlines.close();
        lab.close();
    }

    @ParameterizedTest
    @CsvSource({
        "access-sw1, 'interface GigabitEthernet1/0/3\n description {{what}}\n no shutdown'",
        "core-sw1, 'interface Ethernet3\n description {{what}}\n no shutdown'",
        "edge-rtr1, 'interface eth1\n shutdown\nip route 203.0.113.0/24 198.51.100.1\nlog syslog {{what}}'",
        "frr, 'router bgp 64512\n neighbor 192.0.2.9 remote-as 64519\n neighbor 192.0.2.9 description {{what}}'"
    })
    void aChangeShowsInTheNextBackupAndIsMadeOnce(String device, String lines) {
        Map<String, String> inputs = Map.of("lines", lines, "values", "what=warnings", "settle", "PT0S");
        act(device, "backUpConfig", Map.of());

        Result predicted = act(device, "applyConfig", with(inputs, "dryRun", "true"));
        Result changed = act(device, "applyConfig", inputs);

        act(device, "backUpConfig", Map.of());
        assertThat(changed.changed()).isTrue();
        assertThat(backups.lastDiff())
                .isNotEmpty()
                .allMatch(line -> lines.replace("{{what}}", "warnings")
                                .contains(line.substring(1).strip())
                        || line.equals("- shutdown")
                        || line.equals("-log syslog informational"));
        assertThat(String.valueOf(changed.facts().get("diff"))).contains(backups.lastDiff());
        assertThat(String.valueOf(predicted.facts().get("diff"))).contains("warnings");
        assertThat(act(device, "applyConfig", inputs).changed()).isFalse();
        assertThat(probe(device, inputs)).isInstanceOf(Probe.Applied.class);
    }

    @ParameterizedTest
    @CsvSource({
        "access-sw1, 'vlan 30\n name lab\ninterface GigabitEthernet1/0/2\n mtu 9000'",
        "core-sw1, 'vlan 30\n name lab\ninterface Ethernet1\n mtu 9000'",
        "edge-rtr1, 'interface eth0\n shutdown\nip route 198.18.0.0/15 198.51.100.1'",
        "frr, 'router bgp 64512\n neighbor 192.0.2.7 remote-as 64517\nroute-map NONE deny 10'"
    })
    void aChangeThatDoesNotShowIsTakenBack(String device, String lines) {
        Map<String, String> inputs = Map.of("lines", lines, "expected", "hostname another", "settle", "PT0S");
        act(device, "backUpConfig", Map.of());

        ActionProblem problem = catchThrowableOfType(ActionProblem.class, () -> act(device, "applyConfig", inputs));

        assertThat(problem.problem()).isEqualTo(Problem.CHECK_FAILED);
        assertThat(problem)
                .hasMessageContaining("wanted \"hostname another\"")
                .hasMessageContaining("it was taken back, the running configuration is as before");
        act(device, "backUpConfig", Map.of());
        assertThat(backups.lastDiff()).isEmpty();
        assertThat(probe(device, inputs)).isInstanceOf(Probe.NotApplied.class);
    }

    @ParameterizedTest
    @CsvSource({
        "access-sw1, 'vlan 40\nfrobnicate', as before",
        "core-sw1, 'vlan 40\nfrobnicate', nothing was changed",
        "edge-rtr1, 'ip route 198.18.0.0/15 198.51.100.1\nfrobnicate', as before",
        "frr, 'router bgp 64512\n neighbor 192.0.2.8 remote-as 64518\nfrobnicate', as before"
    })
    void aLineThatTheDeviceRefusesTakesBackTheOthers(String device, String lines, String told) {
        act(device, "backUpConfig", Map.of());

        ActionProblem problem = catchThrowableOfType(
                ActionProblem.class, () -> act(device, "applyConfig", Map.of("lines", lines, "settle", "PT0S")));

        assertThat(problem.problem()).isEqualTo(Problem.COMMAND_REJECTED);
        assertThat(problem).hasMessageContaining("frobnicate").hasMessageContaining(told);
        act(device, "backUpConfig", Map.of());
        assertThat(backups.lastDiff()).isEmpty();
    }

    @Test
    void aDryRunOfACandidateLeavesNothingBehind() {
        act("core-sw1", "backUpConfig", Map.of());

        Result result = act("core-sw1", "applyConfig", Map.of("lines", "vlan 50\n name dry", "dryRun", "true"));

        assertThat(String.valueOf(result.facts().get("diff"))).contains("+vlan 50\n+ name dry\n");
        act("core-sw1", "backUpConfig", Map.of());
        assertThat(backups.lastDiff()).isEmpty();
    }

    private Result act(String device, String delegate, Map<String, String> inputs) {
        try (DelegateSession session = session(device)) {
            return session.perform(
                    DeviceDelegates.named(delegate, (path, sha256) -> null, (r, d, p, c) -> p, backups), inputs);
        }
    }

    private Probe probe(String device, Map<String, String> inputs) {
        try (DelegateSession session = session(device)) {
            return session.probe(
                    DeviceDelegates.named("applyConfig", (path, sha256) -> null, (r, d, p, c) -> p, backups), inputs);
        }
    }

    private static DelegateSession session(String name) {
        InventoryDevice known = DEVICES.get(name);
        InventoryDevice device = new InventoryDevice(known.device(), known.dependsOn(), known.ssh(), null);
        return new DelegateSession(device, () -> protocol.open(device));
    }

    private static Map<String, String> with(Map<String, String> inputs, String name, String value) {
        Map<String, String> more = new TreeMap<>(inputs);
        more.put(name, value);
        return more;
    }
}
