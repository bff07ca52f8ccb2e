package dev.baton.device.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.baton.action.ActionProblem;
import dev.baton.action.Command;
import dev.baton.action.Problem;
import dev.baton.device.Deadlines;
import dev.baton.device.DeviceLink;
import dev.baton.device.DeviceSettings;
import dev.baton.device.RunLink;
import dev.baton.device.TestLinks;
import dev.baton.device.TestSettings;
import dev.baton.inventory.Credential;
import dev.baton.inventory.HostTrust;
import dev.baton.inventory.InventoryDevice;
import dev.baton.secret.SecretReference;
import dev.baton.testing.Devices;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.sshd.common.kex.BuiltinDHFactories;
import org.apache.sshd.server.ServerBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CliIT {

    private static final HostTrust ANY = new HostTrust.Pin("SHA256:unused");

    @TempDir
    Path folder;

    private final Deadlines deadlines = new Deadlines();
    private final SshProtocol protocol = TestSsh.protocol(TestSettings.impatient(), deadlines);
    private CliServer device;

    @BeforeEach
    void device() throws Exception {
        device = new CliServer()
                .answering("show version", "Cisco IOS Software\r\n")
                .answering("shw version", "% Invalid input detected at '^' marker.\r\n")
                .answering("erase nvram:", "Erasing will remove all files! Continue? [confirm]");
    }

    @AfterEach
    void close() throws IOException {
        device.close();
        protocol.close();
        deadlines.close();
    }

    @Test
    void theStepsOfARunTypeIntoOneSessionUnlessOneLeftItInAnotherMode() throws IOException {
        device.start();
        InventoryDevice core1 = Devices.ssh("cisco_ios", device.port(), password(CliServer.PASSWORD), device.pin());

        try (TestLinks links = new TestLinks(TestSettings.impatient(), protocol)) {
            for (String line : List.of("show version", "show version", "configure terminal", "show version")) {
                try (RunLink link = links.open(core1, "run1")) {
                    link.connect(Command.cli(line));
                    link.send(Command.cli(line));
                    link.keep();
                }
            }
        }
        assertThat(device.logins()).isEqualTo(2);
        assertThat(device.typed().stream().filter("terminal length 0"::equals)).hasSize(2);
        assertThat(device.typed())
                .endsWith("configure terminal", "", "terminal length 0", "terminal width 511", "show version");
    }

    @Test
    void aPasswordOpensACliThatAnswers() throws IOException {
        device.start();

        try (DeviceLink link = link(CliServer.PASSWORD)) {
            link.connect(Command.cli("show version"));
            assertThat(link.send(Command.cli("show version")).output()).isEqualTo("Cisco IOS Software\n");
            assertThat(fail(link, Command.cli("shw version")).problem()).isEqualTo(Problem.COMMAND_REJECTED);
            assertThat(link.send(Command.cli("show version")).output()).isEqualTo("Cisco IOS Software\n");
        }
        assertThat(device.logins()).isOne();
    }

    @Test
    void aWrongPasswordIsTriedOnceAndNotShown() throws IOException {
        device.start();

        try (DeviceLink link = link("wrong horse")) {
            ActionProblem problem = fail(link, Command.cli("show version"));

            assertThat(problem.problem()).isEqualTo(Problem.AUTH_FAILED);
            assertThat(problem)
                    .hasMessageContaining("box1")
                    .hasMessageContaining("net-admin")
                    .hasMessageNotContaining("horse");
        }
        assertThat(device.logins()).isOne();
    }

    @Test
    void aDeviceThatAsksForThePasswordInteractivelyGetsIt() throws IOException {
        device.withKeyboardInteractiveOnly().start();

        try (DeviceLink link = link(CliServer.PASSWORD)) {
            assertThat(link.send(Command.cli("show version")).output()).isEqualTo("Cisco IOS Software\n");
        }
    }

    @Test
    void noPasswordIsGivenToAnotherDevice() throws IOException {
        device.start();

        try (DeviceLink link = protocol.open(Devices.ssh("cisco_ios", device.port(), password("x"), ANY))) {
            assertThat(fail(link, Command.cli("show version")).problem()).isEqualTo(Problem.HOST_KEY_MISMATCH);
        }
        assertThat(device.logins()).isZero();
    }

    @Test
    void anUnknownQuestionEndsTheSessionUnanswered() throws IOException {
        device.start();

        try (DeviceLink link = link(CliServer.PASSWORD)) {
            ActionProblem problem = fail(link, Command.cli("erase nvram:").changing());

            assertThat(problem.problem()).isEqualTo(Problem.ANSWER_INCOMPLETE);
            assertThat(problem).hasMessageContaining("Continue? [confirm]");
            assertThat(link.send(Command.cli("show version")).output()).isEqualTo("Cisco IOS Software\n");
        }
        assertThat(device.logins()).isEqualTo(2);
    }

    @Test
    void aChangeWhoseAnswerIsLostHasAnUnknownOutcome() throws IOException {
        device.start();

        try (DeviceLink link = link(CliServer.PASSWORD)) {
            assertThat(fail(link, Command.cli("drop").changing()).problem()).isEqualTo(Problem.OUTCOME_UNKNOWN);
            assertThat(fail(link, Command.cli("drop")).problem()).isEqualTo(Problem.UNREACHABLE);
        }
    }

    @Test
    void aDeviceThatOnlyHasBrokenAlgorithmsIsNotSpokenTo() throws IOException {
        device.server().setKeyExchangeFactories(List.of(ServerBuilder.DH2KEX.apply(BuiltinDHFactories.dhg1)));
        device.start();

        try (DeviceLink link = link(CliServer.PASSWORD)) {
            assertThat(fail(link, Command.cli("show version")))
                    .hasMessageContaining("no common algorithm")
                    .extracting(ActionProblem::problem)
                    .isEqualTo(Problem.UNSUPPORTED);
        }
        assertThat(device.logins()).isZero();
    }

    @Test
    void aBannerAloneIsUnreachableInTime() throws IOException {
        DeviceSettings settings = TestSettings.withTransportTimeout(Duration.ofSeconds(1));
        for (String banner : List.of("", "SSH-2.0-Frozen\r\n")) {
            try (SshProtocol hasty = TestSsh.protocol(settings, deadlines);
                    ServerSocket frozen = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
                Thread greeter = new Thread(() -> greet(frozen, banner));
                greeter.setDaemon(true);
                greeter.start();
                long start = System.nanoTime();

                try (DeviceLink link =
                        hasty.open(Devices.ssh("cisco_ios", frozen.getLocalPort(), password("x"), ANY))) {
                    assertThat(fail(link, Command.cli("show version")).problem())
                            .isEqualTo(Problem.UNREACHABLE);
                }

                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
            }
        }
    }

    private static void greet(ServerSocket frozen, String banner) {
        try {
            Socket socket = frozen.accept();
            socket.getOutputStream().write(banner.getBytes(StandardCharsets.UTF_8));
            socket.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
        } catch (IOException e) {
            // The test is over.
            return;
        }
    }

    private DeviceLink link(String password) throws IOException {
        return protocol.open(Devices.ssh("cisco_ios", device.port(), password(password), device.pin()));
    }

    private Credential password(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("password"), text + "\n");
        return new Credential.SshPassword("net-admin", CliServer.USER, new SecretReference("file:" + file), null);
    }

    private static ActionProblem fail(DeviceLink link, Command command) {
        return catchThrowableOfType(ActionProblem.class, () -> link.send(command));
    }
}
