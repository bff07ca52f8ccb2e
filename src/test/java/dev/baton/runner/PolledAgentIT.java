package dev.baton.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.action.Command;
import dev.baton.action.Criticality;
import dev.baton.action.Device;
import dev.baton.device.TestLinks;
import dev.baton.device.TestSettings;
import dev.baton.device.snmp.TestSnmp;
import dev.baton.inventory.Credential;
import dev.baton.inventory.InventoryDevice;
import dev.baton.inventory.SnmpAccess;
import dev.baton.testing.NetSnmpAgent;
import dev.baton.testing.TestDatabase;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mockito.Mockito;

/** A step over a real net-snmp agent under many names. */
class PolledAgentIT {

    @RegisterExtension
    private static final NetSnmpAgent AGENT = new NetSnmpAgent();

    private static final List<String> NAMES =
            IntStream.range(0, 100).mapToObj(number -> "agent" + number).toList();

    @Test
    void manyDevicesAreReadAndWalkedWithoutAThreadForEach() throws Exception {
        AskingDelegate delegate = new AskingDelegate(AskingDelegate.ASK, Command.snmpWalk("1.3.6.1.2.1.1"));

        try (RunnerFixture runner = new RunnerFixture(TestDatabase.h2());
                TestSnmp snmp = new TestSnmp();
                TestLinks links = new TestLinks(TestSettings.impatient(), snmp.protocol())) {
            runner.through = links;
            Mockito.when(runner.inventory.find(Mockito.anyString()))
                    .thenAnswer(call -> Optional.of(agent(call.getArgument(0, String.class))));
            StepResult result = runner.stepRun(delegate, NAMES)
                    .run(runner.step(Map.of("targets", "1", "concurrency", "50")), new StopSignal());

            assertThat(result.failureSummary()).isEmpty();
            assertThat(result.count(ActionState.SUCCEEDED)).isEqualTo(NAMES.size());
            assertThat(runner.stored("agent7", "result")).contains("a rack for tests");
            assertThat(delegate.threads).containsExactly("baton-poll");
            assertThat(snmp.pendingRequests()).isZero();
        }
    }

    /** Every tenth one over SNMPv3. */
    private static InventoryDevice agent(String name) throws IOException {
        Credential credential = name.endsWith("1") ? AGENT.privateUser() : AGENT.reader();
        Device device = new Device(name, "127.0.0.1", "linux", null, null, Set.of(), Criticality.LOW, null, false);
        return new InventoryDevice(device, List.of(), null, new SnmpAccess(AGENT.port(), credential));
    }
}
