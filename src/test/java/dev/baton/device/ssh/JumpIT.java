package dev.baton.device.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.baton.action.ActionProblem;
import dev.baton.action.Command;
import dev.baton.action.Problem;
import dev.baton.device.Deadlines;
import dev.baton.device.DeviceLink;
import dev.baton.device.TestSettings;
import dev.baton.device.trust.TrustedKeys;
import dev.baton.inventory.HostTrust;
import dev.baton.inventory.InventoryDevice;
import dev.baton.testing.Devices;
import dev.baton.testing.OpenSshServer;
import dev.baton.testing.Programs;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JumpIT {

    @RegisterExtension
    static final OpenSshServer FIRST = new OpenSshServer("LogLevel VERBOSE");

    @RegisterExtension
    static final OpenSshServer SECOND = new OpenSshServer("LogLevel VERBOSE");

    @RegisterExtension
    static final OpenSshServer TARGET = new OpenSshServer("LogLevel VERBOSE");

    @RegisterExtension
    static final OpenSshServer CLOSED = new OpenSshServer("AllowTcpForwarding no");

    private static final HostTrust STRANGER = new HostTrust.Pin("SHA256:" + "A".repeat(43));
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Command TRUE = Command.exec("true");

    private static Deadlines deadlines;
    private static SshProtocol protocol;

    @BeforeAll
    static void start() {
        deadlines = new Deadlines();
        protocol = protocol(Duration.ofSeconds(30));
    }

    private static SshProtocol protocol(Duration transportTimeout) {
        return TestSsh.protocol(TestSettings.withTransportTimeout(transportTimeout), deadlines);
    }

    @AfterEach
    void nothingStaysOpen() {
        eventually(() -> !FIRST.busy() && !SECOND.busy() && !TARGET.busy());
    }

    @AfterAll
    static void stop() {
        protocol.close();
        deadlines.close();
    }

    @Test
    void aDeviceIsReachedThroughAChain() {
        try (DeviceLink link = protocol.open(target(second(first())))) {
            assertThat(link.send(Command.exec("seq 100000")).output()).hasLineCount(100_000);
            assertThat(link.send(Command.sftpRead("/etc/hostname")).output()).isNotBlank();
            assertThat(FIRST.busy() && SECOND.busy() && TARGET.busy()).isTrue();
        }
    }

    @Test
    void aHopWithAnotherKeySeesNoLoginAndNobodyBehindItAConnection() throws IOException {
        InventoryDevice stranger = Devices.behind(null, "bastion1", FIRST.port(), FIRST.credential(), STRANGER);
        try (ServerSocket behind = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            ActionProblem problem = fail(target(
                    Devices.behind(stranger, "bastion2", behind.getLocalPort(), SECOND.credential(), SECOND.pin())));

            assertThat(problem.problem()).isEqualTo(Problem.HOST_KEY_MISMATCH);
            assertThat(problem)
                    .hasMessageContaining("bastion1 (on the way to core-sw1): wanted SHA256:AAAA")
                    .hasMessageContaining("no login was tried");
            behind.setSoTimeout(1);
            assertThatThrownBy(behind::accept).isInstanceOf(SocketTimeoutException.class);
        }
        eventually(() -> FIRST.log().contains("[preauth]"));
        assertThat(FIRST.log()).doesNotContain("authenticating user");
    }

    @Test
    void aDeviceWithAnotherKeyIsAskedForAllOfThemOverOneLoginAtTheHop() {
        int before = logins(FIRST);

        ActionProblem problem = fail(Devices.behind(first(), "core-sw1", TARGET.port(), TARGET.credential(), STRANGER));

        assertThat(problem.problem()).isEqualTo(Problem.HOST_KEY_MISMATCH);
        assertThat(problem).hasMessageStartingWith("core-sw1: wanted SHA256:AAAA");
        eventually(() -> logins(FIRST) == before + 1);
        assertThat(TARGET.log()).doesNotContain("authenticating user");
    }

    @Test
    void aHopThatRefusesTheLoginIsNamed() {
        ActionProblem problem =
                fail(target(Devices.behind(first(), "bastion2", CLOSED.port(), FIRST.credential(), CLOSED.pin())));

        assertThat(problem.problem()).isEqualTo(Problem.AUTH_FAILED);
        assertThat(problem).hasMessageStartingWith("bastion2 (on the way to core-sw1): the device refused");
        eventually(() -> CLOSED.log().contains("authenticating user"));
    }

    @Test
    void aHopThatForwardsNothingIsNamed() {
        ActionProblem problem =
                fail(target(Devices.behind(first(), "bastion2", CLOSED.port(), CLOSED.credential(), CLOSED.pin())));

        assertThat(problem.problem()).isEqualTo(Problem.UNREACHABLE);
        assertThat(problem)
                .hasMessageStartingWith("bastion2 (on the way to core-sw1): ")
                .hasMessageContaining("it refuses to forward to 127.0.0.1:" + TARGET.port());
    }

    @Test
    void aDeviceThatAHopCannotReachIsNamedWithTheHop() {
        int nobody = Programs.freePort();

        ActionProblem problem = fail(Devices.behind(first(), "core-sw1", nobody, TARGET.credential(), TARGET.pin()));

        assertThat(problem.problem()).isEqualTo(Problem.UNREACHABLE);
        assertThat(problem)
                .hasMessageStartingWith("core-sw1: 127.0.0.1:" + nobody)
                .hasMessageContaining("seen from bastion1 (on the way to core-sw1): Connection refused");
    }

    @Test
    void aHopThatIsLostInTheMiddleIsNamedAndTheNextCommandGoesTheWayAgain() throws Exception {
        try (DeviceLink link = protocol.open(target(second(first())))) {
            link.connect(TRUE);
            CompletableFuture<ActionProblem> read =
                    underWay(link, Command.exec("sleep 600").within(LONG));
            SECOND.dropConnections();

            assertThat(read.get(30, TimeUnit.SECONDS))
                    .hasMessageContaining("the connection to bastion2 (on the way to core-sw1) was lost")
                    .extracting(ActionProblem::problem)
                    .isEqualTo(Problem.UNREACHABLE);

            link.connect(TRUE);
            CompletableFuture<ActionProblem> change =
                    underWay(link, Command.exec("sleep 600").within(LONG).changing());
            FIRST.dropConnections();

            assertThat(change.get(30, TimeUnit.SECONDS))
                    .hasMessageContaining("the connection to bastion1 (on the way to core-sw1) was lost")
                    .extracting(ActionProblem::problem)
                    .isEqualTo(Problem.OUTCOME_UNKNOWN);
            assertThat(link.send(TRUE).succeeded()).isTrue();
        }
        TARGET.dropConnections();
    }

    @Test
    void aSilentHopEndsAtItsDeadline() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                SshProtocol hasty = protocol(Duration.ofSeconds(1))) {
            List<Hop> way = Hop.way(behindSilence(silent), protocol::platform);
            HostKeyCheck check =
                    new HostKeyCheck(TrustedKeys.read(FIRST.pin(), "127.0.0.1", FIRST.port()), Set.of("ssh-ed25519"));
            try (SshConnection patient = protocol.connection(way.get(0), null)) {
                patient.open(check, protocol.login());

                ActionProblem problem = catchThrowableOfType(
                        ActionProblem.class,
                        () -> hasty.connection(way.get(1), patient).open(check, protocol.login()));

                assertThat(problem.problem()).isEqualTo(Problem.UNREACHABLE);
                assertThat(problem)
                        .hasMessageStartingWith("bastion2 (on the way to core-sw1): ")
                        .hasMessageContaining("no SSH key exchange within 1.0 s");
            }
        }
    }

    @Test
    void anAbortEndsTheWaitForASilentHop() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                DeviceLink link = protocol.open(behindSilence(silent))) {
            CompletableFuture<ActionProblem> ended = inBackground(link, TRUE);
            silent.accept();

            link.abort();

            assertThat(ended.get(20, TimeUnit.SECONDS).problem()).isEqualTo(Problem.CANCELLED);
        }
    }

    private static InventoryDevice behindSilence(ServerSocket silent) throws IOException {
        return target(Devices.behind(first(), "bastion2", silent.getLocalPort(), SECOND.credential(), SECOND.pin()));
    }

    private static InventoryDevice first() {
        return Devices.behind(null, "bastion1", FIRST.port(), FIRST.credential(), FIRST.pin());
    }

    private static InventoryDevice second(InventoryDevice jump) {
        return Devices.behind(jump, "bastion2", SECOND.port(), SECOND.credential(), SECOND.pin("host_rsa"));
    }

    private static InventoryDevice target(InventoryDevice jump) {
        return Devices.behind(jump, "core-sw1", TARGET.port(), TARGET.credential(), TARGET.pin());
    }

    private static int logins(OpenSshServer server) {
        return server.log().split("Accepted publickey", -1).length - 1;
    }

    private static ActionProblem fail(InventoryDevice device) {
        try (DeviceLink link = protocol.open(device)) {
            return catchThrowableOfType(ActionProblem.class, () -> link.send(TRUE));
        }
    }

    /** Returns when the device has begun the command. */
    private static CompletableFuture<ActionProblem> underWay(DeviceLink link, Command command) {
        int before = commands();
        CompletableFuture<ActionProblem> answer = inBackground(link, command);
        eventually(() -> commands() > before);
        return answer;
    }

    private static int commands() {
        return TARGET.log().split("Starting session: command", -1).length - 1;
    }

    private static CompletableFuture<ActionProblem> inBackground(DeviceLink link, Command command) {
        return CompletableFuture.supplyAsync(() -> catchThrowableOfType(ActionProblem.class, () -> link.send(command)));
    }

    private static void eventually(Callable<Boolean> condition) {
        await().atMost(LONG).until(condition);
    }
}
