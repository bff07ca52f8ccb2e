package dev.baton.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.baton.action.Criticality;
import dev.baton.action.Device;
import dev.baton.action.DeviceDelegate;
import dev.baton.action.Finding;
import dev.baton.action.Result;
import dev.baton.device.snmp.TestSnmp;
import dev.baton.device.ssh.TestSsh;
import dev.baton.inventory.InventoryDevice;
import dev.baton.inventory.SnmpAccess;
import dev.baton.testing.DelegateSession;
import dev.baton.testing.DeviceDelegates;
import dev.baton.testing.Devices;
import dev.baton.testing.FrrRouter;
import dev.baton.testing.KeptConfigs;
import dev.baton.testing.NetSnmpAgent;
import dev.baton.testing.OpenSshServer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Firmware of a net-snmp agent that answers as a switch, of a real FRR, and of the host that runs the tests. */
class FirmwareIT {

    private static final String ENTITY = "override 1.3.6.1.2.1.47.1.1.1.1.";

    @RegisterExtension
    static final NetSnmpAgent SWITCH = new NetSnmpAgent(
            "override 1.3.6.1.2.1.1.1.0 octet_str \"Cisco IOS Software, C2960X Software, Version 15.2(7)E3, RELEASE\"",
            "override 1.3.6.1.2.1.1.2.0 object_id 1.3.6.1.4.1.9.1.1208",
            ENTITY + "5.1001 integer 3",
            ENTITY + "7.1001 octet_str \"Switch 1\"",
            ENTITY + "11.1001 octet_str FOC1932X0K1",
            ENTITY + "13.1001 octet_str WS-C2960X-24TS-L");

    @RegisterExtension
    static final FrrRouter ROUTER = new FrrRouter();

    @RegisterExtension
    static final OpenSshServer HOST = new OpenSshServer();

    private static TestSnmp snmp;
    private static Deadlines deadlines;
    private static Protocol ssh;

    private final DeviceDelegate<?> readFirmware =
            DeviceDelegates.named("readFirmware", (path, sha256) -> null, (r, d, p, c) -> p, new KeptConfigs());

    @BeforeAll
    static void start() throws IOException {
        snmp = new TestSnmp();
        deadlines = new Deadlines();
        ssh = TestSsh.protocol(deadlines);
    }

    @AfterAll
    static void stop() throws IOException {
        deadlines.close();
        snmp.close();
    }

    @Test
    void aSwitchTellsOverSnmpAndIsOutdated() {
        Device device =
                new Device("access-sw1", "127.0.0.1", "cisco_ios", null, null, Set.of(), Criticality.LOW, null, false);
        SnmpAccess access = new SnmpAccess(SWITCH.port(), SWITCH.reader());

        Result result = perform(new InventoryDevice(device, List.of(), null, access));

        assertThat(content(result))
                .contains(
                        entry("version", "15.2(7)E3"),
                        entry("model", "WS-C2960X-24TS-L"),
                        entry("serial", "FOC1932X0K1"));
        assertThat((List<?>) content(result).get("parts")).extracting("name").containsExactly("Switch 1");
        assertThat(result.findings()).extracting(Finding::kind).containsExactly("firmware-outdated");
    }

    @Test
    void aRouterTellsOnItsCommandLine() {
        Result result = perform(ROUTER.device());

        assertThat(content(result)).containsEntry("platform", "frr");
        assertThat(content(result).get("version").toString()).matches("\\d+\\.\\d+.*");
    }

    @Test
    void aHostTellsItsRelease() {
        Result result = perform(Devices.ssh("linux", HOST.port(), HOST.credential(), HOST.pin()));

        assertThat(content(result)).containsKeys("version", "vendor");
        assertThat((List<?>) content(result).get("parts")).extracting("name").contains("kernel");
    }

    private Result perform(InventoryDevice device) {
        ProtocolLinks links = new ProtocolLinks(List.of(ssh, snmp.protocol()));
        try (DelegateSession session = new DelegateSession(device, () -> links.open(device))) {
            return session.perform(readFirmware, Map.of());
        }
    }

    private static Map<String, Object> content(Result result) {
        return result.observations().get(0).content();
    }
}
