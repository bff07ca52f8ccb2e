package dev.baton.device.snmp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.action.ActionProblem;
import dev.baton.action.Command;
import dev.baton.device.TestSettings;
import dev.baton.device.snmp.usm.TestEngines;
import dev.baton.inventory.Credential;
import dev.baton.inventory.InventoryDevice;
import dev.baton.secret.SecretReference;
import dev.baton.testing.Devices;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.snmp4j.PDU;
import org.snmp4j.smi.Counter64;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.IpAddress;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.TimeTicks;
import org.snmp4j.smi.VariableBinding;

/** Agents that answer with damaged messages. Run with {@code -Dbaton.seed=N} to repeat a run. */
class HostileSnmpIT {

    private static final int MUTATIONS = 100_000;
    private static final int PER_REQUEST = 20;
    private static final String ROOT = "1.3.6.1.4.1.8072.1";

    @TempDir
    Path folder;

    private final long seed = Long.getLong("baton.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private volatile boolean hostile = true;

    @BeforeEach
    void writeSecret() throws IOException {
        LoggerFactory.getLogger(getClass()).info("seed {}", seed);
        Files.writeString(folder.resolve("secret"), FakeAgent.COMMUNITY);
    }

    @Test
    void noDamagedAnswerEscapesOrLeaks() throws IOException {
        try (TestSnmp snmp = new TestSnmp(
                        TestSettings.withSnmpTimeout(Duration.ofSeconds(2), 2),
                        new TestEngines(),
                        InetAddress::getByName);
                FakeAgent agent = FakeAgent.sending(this::answers)) {
            InventoryDevice device = device(agent);
            send(snmp, device);
            int threads = Thread.activeCount();
            int refused = 0;
            AtomicInteger received = snmp.countMessages();
            int requests = 0;
            while (received.get() - requests < MUTATIONS) {
                int before = agent.count();
                refused += send(snmp, device) ? 0 : 1;
                requests += agent.count() - before;
            }
            hostile = false;

            assertThat(refused)
                    .as("requests that a damaged answer ended, seed %d", seed)
                    .isPositive();
            assertThat(Thread.activeCount()).isLessThanOrEqualTo(threads);
            assertThat(snmp.pendingRequests()).isZero();
            assertThat(snmp.send(device, Command.snmpGet(ROOT + ".1")).bindings())
                    .hasSize(1);
            assertThat(snmp.send(device, Command.snmpWalk(ROOT)).bindings()).hasSize(60);
        }
    }

    /** Whether the answer was taken; whatever else than a named problem comes fails the test. */
    private boolean send(TestSnmp snmp, InventoryDevice device) {
        Command command = switch (random.nextInt(3)) {
            case 0 -> Command.snmpGet(ROOT + ".1", ROOT + ".2", ROOT + ".3");
            case 1 -> Command.snmpGetNext(ROOT);
            default -> Command.snmpWalk(ROOT);
        };
        try {
            snmp.send(device, command);
            return true;
        } catch (ActionProblem problem) {
            assertThat(problem.reason()).contains("box1");
            return false;
        }
    }

    private List<byte[]> answers(PDU request) {
        byte[] good = FakeAgent.encoded(response(request));
        List<byte[]> answers = new ArrayList<>();
        if (hostile) {
            for (int i = 0; i < PER_REQUEST; i++) {
                answers.add(damaged(good));
            }
        }
        answers.add(good);
        return answers;
    }

    private byte[] damaged(byte[] good) {
        byte[] bad = good.clone();
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(bad.length);
            switch (random.nextInt(5)) {
                case 0 -> bad[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> bad[at] = (byte) random.nextInt(256);
                case 2 -> bad[at] = (byte) 0xFF;
                case 3 -> bad = Arrays.copyOf(bad, Math.max(1, at));
                default -> {
                    byte[] longer = Arrays.copyOf(bad, bad.length + 1 + random.nextInt(8));
                    System.arraycopy(bad, at, longer, at + longer.length - bad.length, bad.length - at);
                    bad = longer;
                }
            }
        }
        return bad;
    }

    private static PDU response(PDU request) {
        PDU response = FakeAgent.responseTo(request);
        if (request.getType() == PDU.GET) {
            request.getVariableBindings()
                    .forEach(asked ->
                            response.add(row(asked.getOid(), asked.getOid().last())));
            return response;
        }
        OID after = request.get(0).getOid();
        int index = after.size() == new OID(ROOT).size() ? 0 : after.last();
        int many = request.getType() == PDU.GETBULK ? request.getMaxRepetitions() : 1;
        for (int i = index + 1; i <= Math.min(60, index + many); i++) {
            response.add(row(new OID(ROOT).append(i), i));
        }
        return response;
    }

    private static VariableBinding row(OID oid, int index) {
        return new VariableBinding(
                oid,
                switch (index % 6) {
                    case 0 -> new Integer32(index);
                    case 1 -> new OctetString("Gi0/" + index);
                    case 2 -> new Counter64(Long.MAX_VALUE - index);
                    case 3 -> new TimeTicks(index);
                    case 4 -> new IpAddress("192.0.2.1");
                    default -> new OID("1.3.6.1.4.1.9." + index);
                });
    }

    private InventoryDevice device(FakeAgent agent) {
        return Devices.snmp(
                agent.port(),
                new Credential.SnmpCommunity("any", new SecretReference("file:" + folder.resolve("secret")), false));
    }
}
