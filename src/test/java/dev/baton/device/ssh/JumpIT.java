package dev.baton.device.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.baton.action.ActionProblem;
import dev.baton.action.Command;
import dev.baton.action.Problem;
import dev.baton.device.Deadlines;
import dev.baton.device.DeviceLink;
import dev.baton.device.TestSettings;
import dev.baton.device.platform.TestPlatforms;
import dev.baton.inventory.HostTrust;
import dev.baton.inventory.InventoryDevice;
import dev.baton.secret.TestSecrets;
import dev.baton.testing.Devices;
import dev.baton.testing.OpenSshServer;
import dev.baton.testing.Programs;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
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
    private static final Command TRUE = Command.exec("true");

    private static Deadlines deadlines;
    private static SshProtocol protocol;

    @BeforeAll
    static void start() {
        deadlines = new Deadlines();
        protocol = new SshProtocol(
                TestSettings.withTransportTimeout(Duration.ofSeconds(4)),
                deadlines,
                TestSecrets.fromFiles(),
                TestPlatforms.shipped());
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
    void aHopWithAnotherKeySeesNoLoginAndNobodyBehindItAConnection() {
        String before = SECOND.log() + TARGET.log();

        ActionProblem problem =
                fail(target(second(Devices.behind(null, "bastion1", FIRST.port(), FIRST.credential(), STRANGER))));

        assertThat(problem.problem()).isEqualTo(Problem.HOST_KEY_MISMATCH);
        assertThat(problem)
                .hasMessageContaining("bastion1 (on the way to core-sw1): wanted SHA256:AAAA")
                .hasMessageContaining("no login was tried");
        eventually(() -> FIRST.log().contains("[preauth]"));
        assertThat(FIRST.log()).doesNotContain("authenticating user");
        assertThat(SECOND.log() + TARGET.log()).isEqualTo(before);
    }

    @Test
    void aDeviceWithAnotherKeyIsAskedForAllOfThemOverOneLoginAtTheHop() {
        int before = logins(FIRST);

        ActionProblem problem = fail(Devices.behind(first(), "core-sw1", TARGET.port(), TARGET.credential(), STRANGER));

        assertThat(problem.problem()).isEqualTo(Problem.HOST_KEY_MISMATCH);
        assertThat(problem).hasMessageStartingWith("core-sw1: wanted SHA256:AAAA");
        assertThat(logins(FIRST)).isEqualTo(before + 1);
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
            CompletableFuture<ActionProblem> read = inBackground(link, Command.exec("sleep 30"));
            SECOND.dropConnections();

            assertThat(read.get(10, TimeUnit.SECONDS))
                    .hasMessageContaining("the connection to bastion2 (on the way to core-sw1) was lost")
                    .extracting(ActionProblem::problem)
                    .isEqualTo(Problem.UNREACHABLE);

            link.connect(TRUE);
            CompletableFuture<ActionProblem> change =
                    inBackground(link, Command.exec("sleep 30").changing());
            FIRST.dropConnections();

            assertThat(change.get(10, TimeUnit.SECONDS))
                    .hasMessageContaining("the connection to bastion1 (on the way to core-sw1) was lost")
                    .extracting(ActionProblem::problem)
                    .isEqualTo(Problem.OUTCOME_UNKNOWN);
            assertThat(link.send(TRUE).succeeded()).isTrue();
        }
        TARGET.dropConnections();
    }

    @Test
    void aSilentHopEndsAtItsDeadlineOrWithAnAbort() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            InventoryDevice device = target(
                    Devices.behind(first(), "bastion2", silent.getLocalPort(), SECOND.credential(), SECOND.pin()));

            ActionProblem problem = fail(device);

            assertThat(problem.problem()).isEqualTo(Problem.UNREACHABLE);
            assertThat(problem)
                    .hasMessageStartingWith("bastion2 (on the way to core-sw1): ")
                    .hasMessageContaining("no SSH key exchange within 4.0 s");
            try (DeviceLink link = protocol.open(device)) {
                CompletableFuture<ActionProblem> ended = inBackground(link, TRUE);
                eventually(FIRST::busy);
                link.abort();

                assertThat(ended.get(3, TimeUnit.SECONDS).problem()).isEqualTo(Problem.CANCELLED);
            }
        }
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

    private static CompletableFuture<ActionProblem> inBackground(DeviceLink link, Command command) throws Exception {
        var answer = CompletableFuture.supplyAsync(
                () -> catchThrowableOfType(ActionProblem.class, () -> link.send(command)));
        Thread.sleep(500);
        return answer;
    }

    private static void eventually(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.onSpinWait();
        }
    }
}
