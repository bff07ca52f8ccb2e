package dev.baton.device.snmp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.action.Command;
import dev.baton.action.Decisions;
import dev.baton.action.DeviceDelegate;
import dev.baton.action.Finding;
import dev.baton.action.Findings;
import dev.baton.action.Observations;
import dev.baton.action.Result;
import dev.baton.action.SnmpType;
import dev.baton.inventory.InventoryDevice;
import dev.baton.testing.DelegateSession;
import dev.baton.testing.Devices;
import dev.baton.testing.NetSnmpAgent;
import dev.baton.testing.RememberedFindings;
import dev.baton.testing.RememberedObservations;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Reads a real net-snmp agent that answers with the OIDs of OpenManage and runs a real program by extend. */
class HardwareHealthIT {

    private static final String DRIVE = "1.3.6.1.4.1.674.10893.1.20.130.4.1";
    private static final String STATE = DRIVE + ".4.1";

    @RegisterExtension
    static final NetSnmpAgent AGENT = new NetSnmpAgent(
            "override " + DRIVE + ".2.1 octet_str \"Physical Disk 0:1:3\"",
            "override -rw " + STATE + " integer 3",
            "override " + DRIVE + ".7.1 octet_str \"Z1Z2Z3\"",
            "extend raid-ok /bin/true",
            "extend raid-broken /bin/sh -c \"echo array lost; exit 2\"",
            "extend greeting /bin/false");

    private static TestSnmp snmp;

    private final RememberedFindings findings = new RememberedFindings();
    private final RememberedObservations observations = new RememberedObservations();

    @BeforeAll
    static void openSession() throws IOException {
        snmp = new TestSnmp();
    }

    @AfterAll
    static void closeSession() throws IOException {
        snmp.close();
    }

    @Test
    void aFindingOpensWhenADriveFailsAndResolvesWhenItIsOnlineAgain() {
        assertThat(kinds()).containsExactly("array-failed raid-broken");

        set(2);
        assertThat(kinds())
                .containsExactlyInAnyOrder("drive-failed connector 0, enclosure 1, bay 3", "array-failed raid-broken");
        assertThat(findings.reported())
                .anySatisfy(finding -> assertThat(finding.message()).contains("Z1Z2Z3"));

        set(77);
        assertThat(kinds()).contains("hardware-state-unknown drive connector 0, enclosure 1, bay 3");

        set(3);
        assertThat(kinds()).containsExactly("array-failed raid-broken");
    }

    private List<String> kinds() {
        InventoryDevice device = Devices.snmp("arista_eos", AGENT.port(), AGENT.reader());
        try (DelegateSession session = new DelegateSession(device, () -> snmp.open(device));
                AnnotationConfigApplicationContext context = delegates()) {
            Result result = session.perform(context.getBean("readHardware", DeviceDelegate.class), Map.of());
            result.observations().forEach(seen -> observations.keep("box1", seen, Instant.EPOCH));
            findings.settle("RUN-000042", "readHardware", "box1", result.checkedKinds(), result.findings());
        }
        return new ArrayList<>(
                findings.reported().stream().map(HardwareHealthIT::text).toList());
    }

    private static String text(Finding finding) {
        return finding.kind() + " " + finding.part();
    }

    private AnnotationConfigApplicationContext delegates() {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.registerBean(Findings.class, () -> findings);
        context.registerBean(Observations.class, () -> observations);
        context.registerBean(Decisions.class, () -> (decision, situation) -> List.of(Map.of("severity", "WARNING")));
        context.scan("dev.baton.delegates.hardware");
        context.refresh();
        return context;
    }

    private static void set(int state) {
        InventoryDevice device = Devices.snmp("arista_eos", AGENT.port(), AGENT.writer());
        snmp.send(device, Command.snmpSet(STATE, SnmpType.INTEGER, String.valueOf(state)));
    }
}
