package dev.baton.device.snmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.baton.action.ActionProblem;
import dev.baton.action.Answer;
import dev.baton.action.Channel;
import dev.baton.action.Command;
import dev.baton.action.Problem;
import dev.baton.device.DeviceLink;
import dev.baton.device.DeviceSettings;
import dev.baton.device.TestSettings;
import dev.baton.inventory.Credential;
import dev.baton.secret.TestSecrets;
import dev.baton.testing.Devices;
import dev.baton.testing.NetSnmpAgent;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SnmpIT {

    @RegisterExtension
    static final NetSnmpAgent AGENT = new NetSnmpAgent();

    private static final String SYS_LOCATION = "1.3.6.1.2.1.1.6.0";
    private static SnmpEngine engine;
    private static SnmpProtocol protocol;

    @BeforeAll
    static void openSession() throws IOException {
        DeviceSettings settings = TestSettings.impatient();
        engine = new SnmpEngine(settings);
        protocol = new SnmpProtocol(engine, new SnmpTargets(engine, TestSecrets.fromFiles()));
    }

    @AfterAll
    static void closeSession() throws IOException {
        engine.close();
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
        ActionProblem problem = fail(AGENT.reader(), set(NetSnmpAgent.WRITABLE + " i 7"));

        assertThat(problem.problem()).isEqualTo(Problem.COMMAND_REJECTED);
        assertThat(problem).hasMessageContaining("box1").hasMessageContaining("No access");
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
    void keysAreMadeOncePerDevice() {
        send(AGENT.privateUser(), Command.snmpGet(SYS_LOCATION));
        long start = System.nanoTime();

        for (int i = 0; i < 20; i++) {
            send(AGENT.privateUser(), Command.snmpGet(SYS_LOCATION));
        }

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }

    private static Command set(String text) {
        return new Command(Channel.SNMP_SET, text, true, Duration.ofSeconds(10));
    }

    private static Answer send(Credential credential, Command command) {
        try (DeviceLink link = protocol.open(Devices.snmp(AGENT.port(), credential))) {
            link.connect(command);
            return link.send(command);
        }
    }

    private static ActionProblem fail(Credential credential, Command command) {
        return catchThrowableOfType(ActionProblem.class, () -> send(credential, command));
    }
}
