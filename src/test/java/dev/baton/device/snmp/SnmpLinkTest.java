package dev.baton.device.snmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.baton.action.ActionProblem;
import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.action.Criticality;
import dev.baton.action.Device;
import dev.baton.action.Problem;
import dev.baton.device.DeviceLink;
import dev.baton.device.TestSettings;
import dev.baton.device.snmp.usm.TestEngines;
import dev.baton.inventory.Credential;
import dev.baton.inventory.InventoryDevice;
import dev.baton.inventory.SnmpAccess;
import dev.baton.secret.SecretReference;
import dev.baton.testing.Devices;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.snmp4j.PDU;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.VariableBinding;

@Timeout(30)
class SnmpLinkTest {

    private static final String ROOT = "1.3.6.1.4.1.8072.1";
    /** Longer than any test may last, so that only the command's own limit can end it. */
    private static final Duration PATIENT = Duration.ofMinutes(10);

    @TempDir
    Path folder;

    private final CountDownLatch nameServer = new CountDownLatch(1);
    private TestSnmp snmp;

    @BeforeEach
    void open() throws IOException {
        Files.writeString(folder.resolve("secret"), FakeAgent.COMMUNITY);
        snmp = new TestSnmp(TestSettings.withSnmpTimeout(PATIENT, 2), new TestEngines(), host -> {
            awaitUninterruptibly(nameServer);
            return InetAddress.getLoopbackAddress();
        });
    }

    @AfterEach
    void close() throws IOException {
        nameServer.countDown();
        snmp.close();
    }

    @Test
    void aSilentDeviceIsAskedForItsEngineIdNoLongerThanTheCommandMayTake() throws IOException {
        try (FakeAgent agent = FakeAgent.answering(request -> null)) {
            ActionProblem problem = snmp.fail(Devices.snmp(agent.port(), user()), brief());

            assertThat(problem.problem()).isEqualTo(Problem.TIMEOUT);
            assertThat(problem).hasMessageContaining("box1").hasMessageContaining("within 0.3 s");
        }
    }

    @Test
    void theQuestionForTheEngineIdCanBeCancelled() throws Exception {
        try (FakeAgent agent = FakeAgent.answering(request -> null);
                DeviceLink link = snmp.open(Devices.snmp(agent.port(), user()))) {
            CompletableFuture<ActionProblem> end = CompletableFuture.supplyAsync(() -> catchThrowableOfType(
                    ActionProblem.class,
                    () -> link.connect(Command.snmpGet(ROOT).within(PATIENT))));

            link.abort();

            assertThat(end.get(30, TimeUnit.SECONDS).problem()).isEqualTo(Problem.CANCELLED);
        }
    }

    @Test
    void aNameServerThatDoesNotAnswerHoldsACommandNoLongerThanItMayTake() {
        assertThat(snmp.fail(named("core-sw1.example.net"), brief()).problem()).isEqualTo(Problem.TIMEOUT);
    }

    @Test
    void aWalkStopsAtTenMebibytes() throws IOException {
        OctetString large = new OctetString(new byte[2_000]);
        try (FakeAgent agent = FakeAgent.answering(request -> rows(request, large, Integer.MAX_VALUE))) {
            ActionProblem problem = snmp.fail(device(agent), Command.snmpWalk(ROOT));

            assertThat(problem.problem()).isEqualTo(Problem.ANSWER_INCOMPLETE);
            assertThat(problem).hasMessageContaining("more than 10485760 bytes");
        }
    }

    @Test
    void aWalkAsksForFewerRowsWhenAnswersAreLostOrTooBig() throws IOException {
        try (TestSnmp hasty = new TestSnmp();
                FakeAgent agent = FakeAgent.answering(request -> switch (request.getMaxRepetitions()) {
                    case 25 -> null;
                    case 12 -> tooBig(request);
                    default -> rows(request, new OctetString("x"), 40);
                })) {
            assertThat(hasty.send(device(agent), Command.snmpWalk(ROOT)).bindings())
                    .hasSize(40);
            assertThat(agent.requests().stream().map(PDU::getMaxRepetitions).toList())
                    .startsWith(25, 12, 6)
                    .endsWith(6);
        }
    }

    @Test
    void aWalkOfADeadDeviceTakesNoLongerThanASingleRequest() throws IOException {
        try (TestSnmp hasty = new TestSnmp();
                FakeAgent agent = FakeAgent.answering(request -> null)) {
            assertThat(hasty.fail(device(agent), Command.snmpWalk(ROOT)).problem())
                    .isEqualTo(Problem.UNREACHABLE);
            assertThat(agent.requests().stream().map(PDU::getMaxRepetitions).toList())
                    .containsExactly(25, 12, 1);
        }
    }

    @Test
    void anAnswerWithOtherVariablesIsNone() throws IOException {
        try (FakeAgent agent = FakeAgent.answering(FakeAgent::responseTo)) {
            assertThat(snmp.fail(device(agent), Command.snmpGet(ROOT)).problem())
                    .isEqualTo(Problem.ANSWER_INCOMPLETE);
        }
    }

    @Test
    void aDuplicatedAnswerIsTakenOnce() throws Exception {
        try (FakeAgent agent = FakeAgent.sending(request -> {
                    byte[] answer = FakeAgent.encoded(rows(oneRow(request), new OctetString("x"), 1));
                    return List.of(answer, answer, answer);
                });
                DeviceLink link = snmp.open(device(agent))) {
            for (int i = 0; i < 50; i++) {
                AtomicInteger answers = new AtomicInteger();
                link.sendAsync(Command.snmpGetNext(ROOT))
                        .whenComplete((answer, failure) -> answers.incrementAndGet())
                        .join();
                assertThat(answers).hasValue(1);
            }
            assertThat(snmp.pendingRequests()).isZero();
        }
    }

    @Test
    void noThreadWaitsForAWalk() throws Exception {
        CountDownLatch slow = new CountDownLatch(1);
        try (FakeAgent agent = FakeAgent.answering(request -> {
                    awaitUninterruptibly(slow);
                    return rows(request, new OctetString("x"), 60);
                });
                DeviceLink link = snmp.open(device(agent))) {
            CompletableFuture<Answer> walk = link.sendAsync(Command.snmpWalk(ROOT));

            assertThat(walk).isNotDone();
            slow.countDown();
            assertThat(walk.join().bindings()).hasSize(60);
        }
    }

    @Test
    void whatNoThreadWaitsForCanBeCancelled() throws Exception {
        try (FakeAgent agent = FakeAgent.answering(request -> null);
                DeviceLink link = snmp.open(device(agent))) {
            CompletableFuture<Answer> walk = link.sendAsync(Command.snmpWalk(ROOT));

            link.abort();

            assertThat(walk)
                    .failsWithin(30, TimeUnit.SECONDS)
                    .withThrowableThat()
                    .havingCause()
                    .isInstanceOfSatisfying(
                            ActionProblem.class,
                            problem -> assertThat(problem.problem()).isEqualTo(Problem.CANCELLED));
            assertThat(snmp.pendingRequests()).isZero();
        }
    }

    private static PDU oneRow(PDU request) {
        request.setMaxRepetitions(1);
        return request;
    }

    private static Command brief() {
        return Command.snmpGet(ROOT).within(Duration.ofMillis(300));
    }

    private static PDU tooBig(PDU request) {
        PDU response = FakeAgent.responseTo(request);
        response.setErrorStatus(PDU.tooBig);
        return response;
    }

    private static PDU rows(PDU request, OctetString value, int last) {
        OID after = request.get(0).getOid();
        int index = after.size() == new OID(ROOT).size() ? 0 : after.last();
        PDU response = FakeAgent.responseTo(request);
        for (int i = 1; i <= request.getMaxRepetitions() && index + i <= last; i++) {
            response.add(new VariableBinding(new OID(ROOT).append(index + i), value));
        }
        return response;
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Credential user() {
        return new Credential.SnmpUser("v3", "baton", new Credential.Protected("SHA-256", secret()), null);
    }

    private InventoryDevice device(FakeAgent agent) {
        return Devices.snmp(agent.port(), community());
    }

    private Credential community() {
        return new Credential.SnmpCommunity("any", secret(), false);
    }

    private InventoryDevice named(String host) {
        Device device = new Device("core-sw1", host, "linux", null, null, Set.of(), Criticality.LOW, null, false);
        return new InventoryDevice(device, List.of(), null, new SnmpAccess(161, community()));
    }

    private SecretReference secret() {
        return new SecretReference("file:" + folder.resolve("secret"));
    }
}
