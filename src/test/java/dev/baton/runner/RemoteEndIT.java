package dev.baton.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.action.Command;
import dev.baton.action.Effect;
import dev.baton.action.Shell;
import dev.baton.device.TestLinks;
import dev.baton.device.TestSettings;
import dev.baton.device.ssh.TestSsh;
import dev.baton.device.unix.Mark;
import dev.baton.testing.Devices;
import dev.baton.testing.OpenSshServer;
import dev.baton.testing.Programs;
import dev.baton.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mockito;

/** Commands on a real OpenSSH server end when they have to, and go on when a node is lost. */
class RemoteEndIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final boolean ROOT = "root".equals(System.getProperty("user.name"));

    /** It lets in the user who runs the tests. */
    @RegisterExtension
    static final OpenSshServer SERVER = new OpenSshServer();

    /** Whoever comes in there is nobody, and so has no home to write to. */
    @RegisterExtension
    static final OpenSshServer NOBODYS =
            new OpenSshServer("ForceCommand exec /usr/bin/setpriv --reuid=65534 --regid=65534"
                    + " --clear-groups sh -c \"$SSH_ORIGINAL_COMMAND\"");

    private final TestDatabase database = TestDatabase.h2();
    private final RunnerFixture node = node();
    private final StopSignal stop = new StopSignal();
    private final QueuedStep step = node.step(Map.of());
    private final TestLinks links = new TestLinks(TestSettings.impatient(), TestSsh.protocol(node.deadlines));

    /** In the arguments of the test's own processes. */
    private final String sign = "86" + String.valueOf(UUID.randomUUID().getMostSignificantBits() >>> 20);

    private Path folder;

    private RunnerFixture node() {
        RunnerFixture fixture = new RunnerFixture(database);
        fixture.shell = Shell.POSIX;
        return fixture;
    }

    @BeforeEach
    void prepare() throws IOException {
        folder = Files.createTempDirectory(
                Path.of("/tmp"),
                "remote-end",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        use(node, SERVER);
    }

    @AfterEach
    void close() throws Exception {
        processes().forEach(ProcessHandle::destroyForcibly);
        links.close();
        node.close();
        Programs.run("rm", "-rf", folder.toString());
    }

    private static void use(RunnerFixture fixture, OpenSshServer server) {
        Mockito.doReturn(Optional.of(Devices.ssh("linux", server.port(), server.credential(), server.pin())))
                .when(fixture.inventory)
                .find("box1");
    }

    private List<ProcessHandle> processes() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(sign))
                .toList();
    }

    private boolean sleeps() {
        return processes().stream()
                .map(process -> process.info().commandLine().orElse(""))
                .anyMatch(line -> line.endsWith("sleep " + sign) && !line.contains("sudo"));
    }

    private CompletableFuture<ActionRow> begin(
            RunnerFixture fixture, Effect effect, Command command, StopSignal signal) {
        fixture.journal.plan(step, effect, List.of("box1"), "");
        StepContext<OneCommand.None> context = new StepContext<>(
                step,
                new OneCommand(effect, command),
                new OneCommand.None(),
                Map.of(),
                fixture.journal.earlier(step),
                fixture.windowGate(),
                signal);
        return CompletableFuture.supplyAsync(() -> fixture.deviceRun(links)
                .run(context, fixture.journal.rows(step.step()).get(0)));
    }

    private ActionRow cancelled(Command command) throws Exception {
        CompletableFuture<ActionRow> running = begin(node, Effect.ONCE, command, stop);
        await().atMost(PATIENCE).until(this::sleeps);

        stop.cancel();

        return running.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private Command sleeping(String before) {
        return Command.exec(before + "echo words; sleep " + sign + " & sleep " + sign)
                .changing()
                .within(Duration.ofMinutes(10));
    }

    private String transcript() {
        return String.join(
                "\n", database.jdbc().query("select content from baton_transcript order by attempt", (row, n) -> {
                    try (var text = new InflaterInputStream(row.getBinaryStream(1))) {
                        return new String(text.readAllBytes());
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }));
    }

    @Test
    void aCancelledRunEndsEveryProcessOfItsCommand() throws Exception {
        ActionRow row = cancelled(sleeping(""));

        assertThat(row.state()).as(row.message()).isEqualTo(ActionState.CANCELLED);
        assertThat(row.message()).contains("was ended by");
        assertThat(processes()).isEmpty();
        assertThat(transcript()).contains("words");
    }

    @Test
    void aCommandOfAUserThatIgnoresIntAndTermIsKilled() throws Exception {
        Assumptions.assumeTrue(ROOT, "only root can become nobody");
        use(node, NOBODYS);

        ActionRow row = cancelled(sleeping("trap '' INT TERM; "));

        assertThat(row.state()).as(row.message()).isEqualTo(ActionState.CANCELLED);
        assertThat(row.message()).contains("was ended by KILL");
        assertThat(processes()).isEmpty();
    }

    @Test
    void aCommandThatRunsAsRootBySudoIsEndedThroughSudo() throws Exception {
        ActionRow row = bySudo("/usr/bin/sleep " + sign, "");

        assertThat(row.state()).as(row.message()).isEqualTo(ActionState.CANCELLED);
        assertThat(processes()).isEmpty();
    }

    @Test
    void aStubbornCommandOfRootIsKilledWhereSudoAllowsIt() throws Exception {
        ActionRow row =
                bySudo("/bin/sh " + stubborn(), "nobody ALL=(root) NOPASSWD: /usr/bin/kill ^-KILL -- -[1-9][0-9]+$\n");

        assertThat(row.state()).as(row.message()).isEqualTo(ActionState.CANCELLED);
        assertThat(row.message()).contains("was ended by KILL");
        assertThat(processes()).isEmpty();
    }

    @Test
    void aStubbornCommandOfRootThatNobodyMayKillIsUnknownAndKeepsTheDevice() throws Exception {
        node.patience = new Mark.Patience(Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(1));

        ActionRow row = bySudo("/bin/sh " + stubborn(), "");

        assertThat(row.state()).as(row.message()).isEqualTo(ActionState.UNKNOWN);
        assertThat(row.message()).contains("outlived INT, TERM and KILL: sudo: ");
        assertThat(processes()).isNotEmpty();
        assertThat(node.leases.acquire("box1", "another run")).isEmpty();
    }

    private Path stubborn() throws IOException {
        return Files.writeString(folder.resolve("stubborn"), "trap '' INT TERM\nsleep " + sign + "\n");
    }

    /** Cancels a command that nobody runs by sudo. @param rules that sudo has beside the one that allows it */
    private ActionRow bySudo(String command, String rules) throws Exception {
        Assumptions.assumeTrue(ROOT, "only root can become nobody");
        Programs.require("/usr/bin/sudo");
        use(node, NOBODYS);
        Path file = Path.of("/etc/sudoers.d/baton-" + sign);
        Files.writeString(file, "nobody ALL=(root) NOPASSWD: " + command + "\n" + rules);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r-----"));
        try {
            return cancelled(Command.exec("sudo -n " + command).changing().within(Duration.ofMinutes(10)));
        } finally {
            Files.delete(file);
        }
    }

    @Test
    void aCommandThatTakesTooLongIsEndedOnItsHost() throws Exception {
        Command slow = sleeping("").within(Duration.ofSeconds(2));

        ActionRow row = begin(node, Effect.ONCE, slow, stop).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);

        assertThat(row.state()).isEqualTo(ActionState.UNKNOWN);
        assertThat(row.message()).contains("no answer within 2.0 s", "was ended by");
        assertThat(processes()).isEmpty();
        assertThat(node.leases.acquire("box1", "another run")).isPresent();
    }

    @Test
    void aDetachedCommandOutlivesItsNodeAndRunsOnce() throws Exception {
        Path log = folder.resolve("log");
        Path go = folder.resolve("go");
        Command command = Command.exec(
                        "echo ran >>" + log + "; echo words; until [ -e " + go + " ]; do sleep 0.1; done; exit 5")
                .changing()
                .detach()
                .within(Duration.ofMinutes(10));
        CompletableFuture<ActionRow> lost = begin(node, Effect.ONCE, command, stop);
        await().atMost(PATIENCE).until(() -> Files.exists(log));

        stop.abandon();
        lost.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        SERVER.dropConnections();

        assertThat(stored("state")).isEqualTo("SENT");
        try (RunnerFixture other = node()) {
            use(other, SERVER);
            CompletableFuture<ActionRow> followed = begin(other, Effect.ONCE, command, new StopSignal());
            await().atMost(PATIENCE).until(() -> "2".equals(stored("attempt")));
            await().atMost(PATIENCE).until(() -> "words\n".equals(saidSoFar()));
            Files.createFile(go);
            ActionRow row = followed.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);

            assertThat(row.state()).as(row.message()).isEqualTo(ActionState.SUCCEEDED);
            assertThat(row.message()).isEqualTo("ended with 5");
            assertThat(stored("exit_status")).isEqualTo("5");
            assertThat(Files.readAllLines(log)).containsExactly("ran");
            assertThat(transcript()).contains("words");
            assertThat(kept()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatALostNodeLeftOfACancelledRunAnotherNodeEnds(boolean isDetached) throws Exception {
        Command command = isDetached ? sleeping("").detach() : sleeping("");
        CompletableFuture<ActionRow> lost = begin(node, Effect.ONCE, command, stop);
        await().atMost(PATIENCE).until(this::sleeps);
        stop.abandon();
        lost.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        // Its step is gone, as when a person cancels the run.
        database.jdbc().execute("create table ACT_RU_EXT_TASK (ID_ varchar(64), ACT_INST_ID_ varchar(64))");

        try (RunnerFixture other = node()) {
            use(other, SERVER);
            other.silentNodes(links).settle();
        }

        assertThat(stored("state")).as(stored("message")).isEqualTo("CANCELLED");
        assertThat(stored("message")).contains("while its node was lost; the command was ended by");
        assertThat(processes()).isEmpty();
        assertThat(kept()).isEmpty();
        assertThat(node.leases.acquire("box1", "another run")).isPresent();
    }

    @Test
    void aCancelledDetachedCommandIsEndedAndItsWordsAreKept() throws Exception {
        Assumptions.assumeTrue(ROOT, "only root can become nobody");
        use(node, NOBODYS);

        ActionRow row = cancelled(sleeping("").detach());

        assertThat(row.state()).as(row.message()).isEqualTo(ActionState.CANCELLED);
        assertThat(processes()).isEmpty();
        assertThat(transcript()).contains("words");
        assertThat(kept()).isEmpty();
    }

    @Test
    void muchOutputOfADetachedCommandIsCutAndItsExitStatusKept() throws Exception {
        Command command = Command.exec("head -c 3000000 /dev/zero | tr '\\0' a; exit 3")
                .changing()
                .detach();

        ActionRow row = begin(node, Effect.CONVERGE, command, stop).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);

        assertThat(row.message()).isEqualTo("ended with 3");
        assertThat(transcript())
                .contains("aaaa", "[the output goes on and is not kept, by at least ")
                .hasSizeLessThan(1_100_000);
        assertThat(kept()).isEmpty();
    }

    private String saidSoFar() {
        return String.join(
                "",
                database.jdbc()
                        .query(
                                "select content from baton_output order by position",
                                (row, n) -> new String(row.getBytes(1), StandardCharsets.UTF_8)));
    }

    private String stored(String column) {
        return node.stored("box1", column);
    }

    /** What the host still keeps of the action. */
    private List<Path> kept() throws IOException {
        String action = stored("id");
        Path home = Path.of(System.getProperty("user.home"), ".baton");
        Path nobodys = Path.of("/var/tmp/.baton-65534");
        try (var folders = Stream.of(home, nobodys).filter(Files::isDirectory).flatMap(RemoteEndIT::list)) {
            return folders.filter(folder -> folder.getFileName().toString().startsWith(action))
                    .toList();
        }
    }

    private static Stream<Path> list(Path folder) {
        try {
            return Files.list(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
