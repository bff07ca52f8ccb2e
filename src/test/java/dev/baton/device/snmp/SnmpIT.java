package dev.baton.device.snmp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.action.ActionProblem;
import dev.baton.action.Answer;
import dev.baton.action.Channel;
import dev.baton.action.Command;
import dev.baton.action.Problem;
import dev.baton.device.DeviceLink;
import dev.baton.device.DeviceSettings;
import dev.baton.device.TestSettings;
import dev.baton.device.snmp.usm.TestEngines;
import dev.baton.inventory.Credential;
import dev.baton.inventory.InventoryDevice;
import dev.baton.inventory.SnmpAccess;
import dev.baton.inventory.SnmpVersion;
import dev.baton.testing.Devices;
import dev.baton.testing.NetSnmpAgent;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnmpIT {

    @RegisterExtension
    static final NetSnmpAgent AGENT = new NetSnmpAgent();

    private static final String SYS_LOCATION = "1.3.6.1.2.1.1.6.0";
    private static TestSnmp snmp;

    @BeforeAll
    static void openSession() throws IOException {
        snmp = new TestSnmp();
    }

    @AfterAll
    static void closeSession() throws IOException {
        snmp.close();
    }

    @Test
    void aCommunityReadsVariables() {
        Answer answer = send(AGENT.reader(), Command.snmpGet(SYS_LOCATION, "1.3.6.1.2.1.1.99.0"));

        assertThat(answer.bindings()).hasSize(2);
        assertThat(answer.bindings().get(0).value()).isEqualTo("a rack for tests");
        assertThat(answer.bindings().get(0).type()).isEqualTo("OCTET STRING");
        assertThat(answer.bindings().get(1).exists()).isFalse();
    }

    @Test
    void aWalkReadsAWholeTreeInOrder() {
        Answer answer = send(AGENT.reader(), Command.snmpWalk("1.3.6.1.2.1.1"));

        assertThat(answer.bindings())
                .hasSizeGreaterThan(10)
                .allMatch(row -> row.oid().startsWith("1.3.6.1.2.1.1."));
    }

    @Test
    void aWalkOfOneVariableReadsIt() {
        assertThat(send(AGENT.reader(), Command.snmpWalk(SYS_LOCATION)).output())
                .isEqualTo(SYS_LOCATION + " = OCTET STRING: a rack for tests\n");
    }

    @Test
    void aSetIsReadBack() {
        Answer answer = send(AGENT.writer(), set(NetSnmpAgent.WRITABLE + " i 42"));

        assertThat(answer.bindings().get(0).value()).isEqualTo("42");
    }

    @Test
    void aSetWithoutTheRightIsRejectedByName() {
        ActionProblem problem = fail(AGENT.openUser(), set(NetSnmpAgent.WRITABLE + " i 7"));

        assertThat(problem.problem()).isEqualTo(Problem.COMMAND_REJECTED);
        assertThat(problem).hasMessageContaining("box1").hasMessageContaining("ccess");
    }

    @Test
    void aCommunityThatIsNotMarkedWritableSetsNothing() {
        ActionProblem problem = fail(AGENT.reader(), set(NetSnmpAgent.WRITABLE + " i 7"));

        assertThat(problem.problem()).isEqualTo(Problem.UNSUPPORTED);
        assertThat(problem).hasMessageContaining("box1").hasMessageContaining("writable: true");
    }

    @Test
    void aCommandThatIsNoAssignmentIsBadInput() {
        assertThat(fail(AGENT.writer(), set("1.3.6.1 q 7")).problem()).isEqualTo(Problem.BAD_INPUT);
        assertThat(fail(AGENT.writer(), set("sysName.0 s x")).problem()).isEqualTo(Problem.BAD_INPUT);
    }

    @Test
    void aWrongCommunityLooksLikeNoDevice() {
        ActionProblem problem = fail(AGENT.stranger(), Command.snmpGet(SYS_LOCATION));

        assertThat(problem.problem()).isEqualTo(Problem.UNREACHABLE);
        assertThat(problem).hasMessageContaining("stranger").hasMessageNotContaining("nobody-knows-this");
    }

    @Test
    void aPrivateUserReadsAndWrites() {
        assertThat(send(AGENT.privateUser(), Command.snmpGet(SYS_LOCATION)).output())
                .contains("a rack for tests");
        assertThat(send(AGENT.privateUser(), set(NetSnmpAgent.WRITABLE + " i 5"))
                        .bindings()
                        .get(0)
                        .value())
                .isEqualTo("5");
    }

    @Test
    void aUserWithoutPrivacyReads() {
        assertThat(send(AGENT.openUser(), Command.snmpGet(SYS_LOCATION)).output())
                .contains("a rack for tests");
    }

    @Test
    void aWrongPassPhraseIsARefusedLogin() {
        ActionProblem problem = fail(AGENT.userWithWrongPhrase(), Command.snmpGet(SYS_LOCATION));

        assertThat(problem.problem()).isEqualTo(Problem.AUTH_FAILED);
        assertThat(problem).hasMessageNotContaining("another phrase");
    }

    @Test
    void anUnknownUserIsARefusedLogin() {
        assertThat(fail(AGENT.unknownUser(), Command.snmpGet(SYS_LOCATION)).problem())
                .isEqualTo(Problem.AUTH_FAILED);
    }

    @Test
    void keysAreMadeOncePerPassPhrase() {
        send(AGENT.privateUser(), Command.snmpGet(SYS_LOCATION));
        int before = snmp.derivations();

        for (int i = 0; i < 20; i++) {
            send(AGENT.privateUser(), Command.snmpGet(SYS_LOCATION));
        }

        assertThat(before).isPositive();
        assertThat(snmp.derivations()).isEqualTo(before);
    }

    @Test
    void afterARestartNoDeviceIsAskedForItsEngineIdAgain() throws IOException {
        TestEngines engines = new TestEngines();

        int atFirst = messagesOfOneRead(engines);
        int afterRestart = messagesOfOneRead(engines);

        // The clock of the engine is asked for anew, which is the first of the two.
        assertThat(afterRestart).isEqualTo(2).isLessThan(atFirst);
    }

    private static int messagesOfOneRead(TestEngines engines) throws IOException {
        DeviceSettings patient = TestSettings.withSnmpTimeout(Duration.ofSeconds(30), 0);
        try (TestSnmp node = new TestSnmp(patient, engines, InetAddress::getByName)) {
            AtomicInteger messages = node.countMessages();
            node.send(
                    Devices.snmp(AGENT.port(), AGENT.privateUser()),
                    Command.snmpGet(SYS_LOCATION).within(Duration.ofMinutes(2)));
            return messages.get();
        }
    }

    @Test
    void aPauseDoesNotEndTheSession() {
        try (DeviceLink link = snmp.open(Devices.snmp(AGENT.port(), AGENT.privateUser()))) {
            link.send(Command.snmpGet(SYS_LOCATION));
            link.close();

            assertThat(link.send(Command.snmpGet(SYS_LOCATION)).output()).contains("a rack for tests");
        }
    }

    @ParameterizedTest
    @CsvSource({"sha384, SHA-384, AES-256", "sha224, SHA-224, AES-192", "sha1, SHA, AES-256"})
    void everyProtocolReads(String name, String authentication, String privacy) {
        assertThat(send(AGENT.userWith(name, authentication, privacy), Command.snmpGet(SYS_LOCATION))
                        .output())
                .contains("a rack for tests");
    }

    @Test
    void oldProtocolsReadUntilTheirLastDayAndNoLonger() {
        Credential old = AGENT.userWith("old", "MD5", "DES");
        LocalDate today = LocalDate.ofInstant(TestSnmp.NOW, ZoneOffset.UTC);

        assertThat(snmp.send(legacy(old, today), Command.snmpGet(SYS_LOCATION)).output())
                .contains("a rack for tests");
        ActionProblem late = snmp.fail(legacy(old, today.minusDays(1)), Command.snmpGet(SYS_LOCATION));
        assertThat(late.problem()).isEqualTo(Problem.UNSUPPORTED);
        assertThat(late)
                .hasMessageContaining("box1: the credential old-user uses MD5")
                .hasMessageContaining("2026-11-23");
        assertThat(fail(old, Command.snmpGet(SYS_LOCATION))).hasMessageContaining("legacy-until");
    }

    @Test
    void aUserWithoutAnySecretReads() {
        assertThat(send(AGENT.anybody(), Command.snmpGet(SYS_LOCATION)).output())
                .contains("a rack for tests");
    }

    @Test
    void versionOneReadsWalksAndSets() {
        assertThat(snmp.send(versionOne(AGENT.reader()), Command.snmpGet("1.3.6.1.2.1.1.99.0", SYS_LOCATION))
                        .output())
                .isEqualTo("1.3.6.1.2.1.1.99.0 = noSuchInstance: \n" + SYS_LOCATION
                        + " = OCTET STRING: a rack for tests\n");
        assertThat(snmp.send(versionOne(AGENT.reader()), Command.snmpWalk("1.3.6.1.2.1.1"))
                        .bindings())
                .hasSizeGreaterThan(10);
        assertThat(snmp.send(versionOne(AGENT.writer()), set(NetSnmpAgent.WRITABLE + " i 43"))
                        .output())
                .contains("43");
    }

    @Test
    void theNextVariableIsTheOneThatFollows() {
        Answer answer = send(AGENT.reader(), Command.snmpGetNext("1.3.6.1.2.1.1.6"));

        assertThat(answer.output()).isEqualTo(SYS_LOCATION + " = OCTET STRING: a rack for tests\n");
    }

    private static InventoryDevice legacy(Credential credential, LocalDate until) {
        return Devices.snmp(new SnmpAccess(AGENT.port(), credential, SnmpVersion.V3, until));
    }

    private static InventoryDevice versionOne(Credential credential) {
        return Devices.snmp(new SnmpAccess(AGENT.port(), credential, SnmpVersion.V1, null));
    }

    private static Command set(String text) {
        return new Command(Channel.SNMP_SET, text, true, Duration.ofSeconds(10));
    }

    private static Answer send(Credential credential, Command command) {
        return snmp.send(Devices.snmp(AGENT.port(), credential), command);
    }

    private static ActionProblem fail(Credential credential, Command command) {
        return snmp.fail(Devices.snmp(AGENT.port(), credential), command);
    }
}
