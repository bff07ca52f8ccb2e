package dev.baton.device.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.baton.action.ActionProblem;
import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.action.Operation;
import dev.baton.action.Privilege;
import dev.baton.action.Problem;
import dev.baton.device.Deadlines;
import dev.baton.device.DeviceLink;
import dev.baton.device.TestSettings;
import dev.baton.device.platform.Platform;
import dev.baton.device.platform.TestPlatforms;
import dev.baton.inventory.Credential;
import dev.baton.inventory.HostTrust;
import dev.baton.secret.SecretReference;
import dev.baton.testing.Devices;
import dev.baton.testing.OpenSshServer;
import dev.baton.testing.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OpenSshIT {

    @RegisterExtension
    static final OpenSshServer SERVER = new OpenSshServer();

    private static Deadlines deadlines;
    private static SshProtocol protocol;

    @BeforeAll
    static void start() {
        deadlines = new Deadlines();
        protocol = TestSsh.protocol(TestSettings.impatient(), deadlines);
    }

    @AfterAll
    static void stop() {
        protocol.close();
        deadlines.close();
    }

    @Test
    void bothStreamsAndTheExitStatusComeBack() {
        Answer answer = send(Command.exec("echo out; echo err >&2; exit 3"));

        assertThat(answer.output()).isEqualTo("out\n");
        assertThat(answer.errorOutput()).isEqualTo("err\n");
        assertThat(answer.exitStatus()).isEqualTo(3);
        assertThat(answer.succeeded()).isFalse();
    }

    @Test
    void aKilledCommandHasASignalAndNoStatus() {
        Answer answer = send(Command.exec("kill -9 $$"));

        assertThat(answer.exitStatus()).isNull();
        assertThat(answer.signal()).isEqualTo("KILL");
    }

    @Test
    void muchOutputOnBothStreamsIsCountedAndCut() {
        Answer answer = send(Command.exec("head -c 3000000 /dev/zero >&2; head -c 3000000 /dev/zero"));

        assertThat(answer.exitStatus()).isZero();
        assertThat(answer.dropped()).isEqualTo(2 * (3_000_000 - CappedOutput.LIMIT));
        assertThat(answer.output()).hasSize(CappedOutput.LIMIT);
    }

    @Test
    void oneConnectionServesManyCommands() {
        try (DeviceLink link = link(SERVER.credential(), SERVER.pin())) {
            String first = link.send(Command.exec("echo $SSH_CONNECTION")).output();
            String second = link.send(Command.exec("echo $SSH_CONNECTION")).output();

            assertThat(second).isEqualTo(first);
        }
    }

    @Test
    void aLostConnectionIsMadeAgainByTheNextCommand() {
        try (DeviceLink link = link(SERVER.credential(), SERVER.pin())) {
            ActionProblem lost = catchThrowableOfType(
                    ActionProblem.class, () -> link.send(Command.exec("kill -9 $PPID; exec sleep 30")));

            assertThat(lost.problem()).isEqualTo(Problem.UNREACHABLE);
            assertThat(link.send(Command.exec("echo again")).output()).isEqualTo("again\n");
        }
    }

    @Test
    void aSlowReadTimesOutAndASlowChangeIsUnknown() {
        Command slow = Command.exec("sleep 30").within(Duration.ofSeconds(3));

        assertThat(fail(SERVER.credential(), SERVER.pin(), slow).problem()).isEqualTo(Problem.TIMEOUT);
        assertThat(fail(SERVER.credential(), SERVER.pin(), slow.changing()).problem())
                .isEqualTo(Problem.OUTCOME_UNKNOWN);
    }

    @Test
    void anAbortEndsACommandAtOnce() throws Exception {
        try (DeviceLink link = link(SERVER.credential(), SERVER.pin())) {
            Path begun = SERVER.folder().resolve("begun");
            Command slow = Command.exec("touch " + begun + "; exec sleep 60").within(Duration.ofMinutes(1));
            CompletableFuture<ActionProblem> ended = CompletableFuture.supplyAsync(
                    () -> catchThrowableOfType(ActionProblem.class, () -> link.send(slow)));
            await().atMost(Duration.ofSeconds(30)).until(() -> Files.exists(begun));

            link.abort();

            assertThat(ended.get(20, TimeUnit.SECONDS).problem()).isEqualTo(Problem.CANCELLED);
        }
    }

    @Test
    void aKeyWithAPassphraseLogsIn() throws IOException {
        Credential credential = SERVER.lockedCredential(OpenSshServer.PASSPHRASE);

        try (DeviceLink link = link(credential, SERVER.pin())) {
            assertThat(link.send(Command.exec("true")).succeeded()).isTrue();
        }
    }

    @Test
    void aWrongPassphraseOrAnUnknownKeyIsARefusedLogin() throws IOException {
        Credential stranger = new Credential.SshKey(
                "stranger",
                System.getProperty("user.name"),
                new SecretReference("file:" + SERVER.folder().resolve("authority")),
                null,
                null);

        assertThat(fail(SERVER.lockedCredential("wrong"), SERVER.pin(), Command.exec("true")))
                .hasMessageContaining("locked-key")
                .extracting(ActionProblem::problem)
                .isEqualTo(Problem.AUTH_FAILED);
        assertThat(fail(stranger, SERVER.pin(), Command.exec("true")))
                .hasMessageContaining("stranger")
                .extracting(ActionProblem::problem)
                .isEqualTo(Problem.AUTH_FAILED);
    }

    @Test
    void everyHostKeyThatTheServerHasCanBeKnown() throws IOException {
        for (String key : new String[] {"host_ed25519", "host_ecdsa", "host_rsa"}) {
            try (DeviceLink link = link(SERVER.credential(), SERVER.knownHosts(key))) {
                assertThat(link.send(Command.exec("true")).succeeded()).as(key).isTrue();
            }
            try (DeviceLink link = link(SERVER.credential(), SERVER.pin(key))) {
                assertThat(link.send(Command.exec("true")).succeeded()).as(key).isTrue();
            }
        }
    }

    @Test
    void anotherHostKeyIsRefusedBeforeAnyLogin() {
        HostTrust other = new HostTrust.Pin("SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");

        ActionProblem problem = fail(SERVER.credential(), other, Command.exec("true"));

        assertThat(problem.problem()).isEqualTo(Problem.HOST_KEY_MISMATCH);
        assertThat(problem)
                .hasMessageContaining("box1")
                .hasMessageContaining("SHA256:AAAA")
                .hasMessageContaining(SERVER.pin().fingerprint());
    }

    @Test
    void anUnknownHostKeyIsRefused() throws IOException {
        Path empty = Files.writeString(SERVER.folder().resolve("empty_hosts"), "# nobody\n");

        ActionProblem problem = fail(SERVER.credential(), new HostTrust.KnownHosts(empty), Command.exec("true"));

        assertThat(problem.problem()).isEqualTo(Problem.HOST_KEY_MISMATCH);
        assertThat(problem).hasMessageContaining("none is known").hasMessageContaining("seen SHA256:");
    }

    @Test
    void aHostCertificateIsAcceptedFromItsAuthorityOnly() throws Exception {
        SERVER.restartWith("HostCertificate " + SERVER.hostCertificate("ed25519"));
        HostTrust other = new HostTrust.Authority(SERVER.folder().resolve("user.pub"));

        try (DeviceLink link = link(SERVER.credential(), SERVER.authority())) {
            assertThat(link.send(Command.exec("true")).succeeded()).isTrue();
        }
        assertThat(fail(SERVER.credential(), other, Command.exec("true")))
                .hasMessageContaining("unknown authority")
                .extracting(ActionProblem::problem)
                .isEqualTo(Problem.HOST_KEY_MISMATCH);
    }

    @Test
    void aFrozenPeerIsFoundByItsSilenceLongBeforeTheEndOfTheCommand() {
        try (Deadlines own = new Deadlines();
                SshProtocol probing = TestSsh.protocol(TestSettings.withKeepAlive(Duration.ofSeconds(1)), own);
                DeviceLink link =
                        probing.open(Devices.ssh("linux", SERVER.port(), SERVER.credential(), SERVER.pin()))) {
            link.connect(Command.exec("true"));
            CompletableFuture<ActionProblem> failure = CompletableFuture.supplyAsync(() -> catchThrowableOfType(
                    ActionProblem.class,
                    () -> link.send(Command.exec("sleep 299.5").within(Duration.ofMinutes(5)))));
            await().until(() -> Programs.run("ps", "-e", "-o", "args").contains("sleep 299.5"));

            SERVER.freezeConnections();

            assertThat(failure)
                    .succeedsWithin(60, TimeUnit.SECONDS)
                    .satisfies(problem -> assertThat(problem.problem()).isEqualTo(Problem.UNREACHABLE))
                    .satisfies(problem -> assertThat(problem).hasMessageContaining("it did not answer 3 probes"));
        } finally {
            SERVER.dropConnections();
        }
    }

    @Test
    void theConfigurationOfALinuxHostIsReadWhole() {
        Platform linux = TestPlatforms.shipped().of("linux");

        Answer answer = send(linux.command(Operation.SHOW_CONFIG));

        assertThat(answer.succeeded()).isTrue();
        assertThat(linux.incompleteness(answer.output())).isEmpty();
        assertThat(answer.output()).contains("### hostname\n", "### /etc/os-release\n", "### accounts\nroot:0:0:");
    }

    @Test
    void aRefusalOfSudoIsToldWithDeviceAndWords() {
        Programs.require("/usr/bin/sudo", "/usr/bin/setpriv");
        Assumptions.assumeTrue("root".equals(System.getProperty("user.name")), "only root can become nobody");
        String nobody = "setpriv --reuid=65534 --regid=65534 --clear-groups ";
        Answer answer = send(Command.exec(nobody + Privilege.ROOT.line("env", "LC_ALL=C", "dpkg", "--audit")));

        ActionProblem refused = catchThrowableOfType(
                ActionProblem.class,
                () -> Privilege.requireGranted(
                        Devices.ssh("linux", SERVER.port(), SERVER.credential(), SERVER.pin())
                                .device(),
                        answer));

        assertThat(answer.exitStatus()).isEqualTo(1);
        assertThat(refused.problem()).isEqualTo(Problem.COMMAND_REJECTED);
        assertThat(refused)
                .hasMessageContaining("box1: sudo was refused for")
                .hasMessageContaining("sudo: a password is required");
    }

    @Test
    void aFileIsReadOverSftp() throws IOException {
        Path file = Files.writeString(SERVER.folder().resolve("motd"), "hello\n");

        assertThat(send(read(file)).output()).isEqualTo("hello\n");
        assertThat(fail(SERVER.credential(), SERVER.pin(), read(SERVER.folder().resolve("none")))
                        .problem())
                .isEqualTo(Problem.COMMAND_REJECTED);
    }

    @Test
    void nobodyListeningIsUnreachable() {
        var device = Devices.ssh("linux", Programs.freePort(), SERVER.credential(), SERVER.pin());

        try (DeviceLink link = protocol.open(device)) {
            ActionProblem problem = catchThrowableOfType(ActionProblem.class, () -> link.connect(Command.exec("true")));

            assertThat(problem.problem()).isEqualTo(Problem.UNREACHABLE);
            assertThat(problem).hasMessageContaining("box1").hasMessageContaining("127.0.0.1");
        }
    }

    private static Command read(Path file) {
        return Command.sftpRead(file.toString());
    }

    private static DeviceLink link(Credential credential, HostTrust trust) {
        return protocol.open(Devices.ssh("linux", SERVER.port(), credential, trust));
    }

    private static Answer send(Command command) {
        try (DeviceLink link = link(SERVER.credential(), SERVER.pin())) {
            return link.send(command);
        }
    }

    private static ActionProblem fail(Credential credential, HostTrust trust, Command command) {
        try (DeviceLink link = link(credential, trust)) {
            return catchThrowableOfType(ActionProblem.class, () -> link.send(command));
        }
    }
}
