package dev.baton.device.net;

import static dev.baton.device.net.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.action.Problem;
import dev.baton.action.net.Ports;
import dev.baton.device.DeviceLink;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Timer;
import java.util.TimerTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class CheckTcpTest {

    @TempDir
    private Path folder;

    private final NetRig rig = NetRig.trusting(folder);

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void anOpenPortPassesAndItsTimeIsMeasured() throws IOException {
        try (ServerSocket open = listening()) {
            var result = rig.perform("checkTcp", Map.of("ports", "" + open.getLocalPort()));

            assertThat(result.summary()).matches("port " + open.getLocalPort() + " open after \\d+ ms");
            assertThat(result.changed()).isFalse();
        }
    }

    @Test
    void aRefusedPortIsNamedAmongOpenOnes() throws IOException {
        int closed = closedPort();
        try (ServerSocket open = listening()) {
            assertRefused(
                            Problem.CHECK_FAILED,
                            () -> rig.perform("checkTcp", Map.of("ports", open.getLocalPort() + ", " + closed)))
                    .contains("box1", "port " + open.getLocalPort() + " open", "port " + closed + " refused");
        }
    }

    @Test
    void aSilentPortIsATimeout() throws IOException {
        try (SilentPort silent = new SilentPort()) {
            assertRefused(
                            Problem.TIMEOUT,
                            () -> rig.perform("checkTcp", Map.of("ports", "" + silent.port(), "limit", "PT0.3S")))
                    .contains("port " + silent.port() + " filtered: no answer within");
        }
    }

    @Test
    void anAddressWithoutAWayToItIsUnreachable() {
        assertRefused(Problem.UNREACHABLE, () -> rig.at("224.0.0.1").perform("checkTcp", Map.of("ports", "22")))
                .contains("port 22 unreachable");
    }

    @Test
    void aNameThatNobodyKnowsIsUnreachable() {
        assertRefused(
                        Problem.UNREACHABLE,
                        () -> rig.at("no-such-host.invalid").perform("checkTcp", Map.of("ports", "22")))
                .contains("no-such-host.invalid cannot be resolved");
    }

    @Test
    void portsThatShouldBeClosedMayBeRefusedOrSilent() throws IOException {
        try (SilentPort silent = new SilentPort()) {
            var inputs = Map.of("ports", closedPort() + "\n" + silent.port(), "expected", "closed", "limit", "PT0.3S");

            assertThat(rig.perform("checkTcp", inputs).summary()).contains("refused", "filtered");
        }
    }

    @Test
    void anOpenPortFailsWhereNoneShouldBe() throws IOException {
        try (ServerSocket open = listening()) {
            assertRefused(
                            Problem.CHECK_FAILED,
                            () -> rig.perform(
                                    "checkTcp", Map.of("ports", "" + open.getLocalPort(), "expected", "closed")))
                    .contains("expected closed ports");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "-1", "http", "22;reboot", ",", "1-100"})
    void whatIsNoPortIsRefused(String ports) {
        assertRefused(Problem.BAD_INPUT, () -> rig.perform("checkTcp", Map.of("ports", ports)));
    }

    @Test
    void anAbortEndsItAtOnce() throws IOException {
        try (SilentPort silent = new SilentPort();
                DeviceLink link = rig.open()) {
            abortSoon(link);
            long start = System.nanoTime();

            assertRefused(
                    Problem.CANCELLED,
                    () -> rig.perform("checkTcp", Map.of("ports", "" + silent.port(), "limit", "PT10M"), link));
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(50));
        }
    }

    @Test
    void aCommandThatWasOnlyPreparedIsNotSentInThePlaceOfAnother() throws IOException {
        int closed = closedPort();
        try (ServerSocket open = listening();
                DeviceLink link = rig.open()) {
            link.connect(Ports.connect(open.getLocalPort()));

            assertThat(link.send(Ports.connect(closed)).output()).startsWith("refused");
        }
    }

    @Test
    void noSocketStaysOpen() throws IOException {
        try (ServerSocket open = listening()) {
            Map<String, String> inputs = Map.of("ports", open.getLocalPort() + "," + closedPort());
            assertRefused(Problem.CHECK_FAILED, () -> rig.perform("checkTcp", inputs));
            long before = openFiles();

            for (int i = 0; i < 100; i++) {
                assertRefused(Problem.CHECK_FAILED, () -> rig.perform("checkTcp", inputs));
                open.accept().close();
            }

            assertThat(openFiles()).isLessThan(before + 50);
        }
    }

    private static void abortSoon(DeviceLink link) {
        Timer timer = new Timer(true);
        timer.schedule(
                new TimerTask() {
                    @Override
                    public void run() {
                        link.abort();
                    }
                },
                300);
    }

    private static long openFiles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
            return files.count();
        }
    }

    private static ServerSocket listening() throws IOException {
        return new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = listening()) {
            return socket.getLocalPort();
        }
    }
}
