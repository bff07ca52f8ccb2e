package dev.baton.device.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.baton.action.ActionProblem;
import dev.baton.action.Command;
import dev.baton.action.Problem;
import dev.baton.device.Deadlines;
import dev.baton.device.DeviceSettings;
import dev.baton.device.RunLink;
import dev.baton.device.TestLinks;
import dev.baton.device.TestSettings;
import dev.baton.inventory.InventoryDevice;
import dev.baton.testing.Devices;
import dev.baton.testing.OpenSshServer;
import dev.baton.testing.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Connections that steps hand on, against a real server that counts them, drops them and falls silent. */
class KeptLinksIT {

    @RegisterExtension
    static final OpenSshServer SERVER = new OpenSshServer();

    /** Tells one connection from another by the ports, and whose process serves it. */
    private static final Command WHICH = Command.exec("echo $SSH_CONNECTION $PPID");

    private final Set<Thread> before = Thread.getAllStackTraces().keySet();
    private final Deadlines deadlines = new Deadlines();
    private InventoryDevice device;
    private SshProtocol protocol;
    private TestLinks links;

    @BeforeEach
    void open() {
        device = Devices.ssh("linux", SERVER.port(), SERVER.credential(), SERVER.pin());
        links(TestSettings.impatient());
    }

    private void links(DeviceSettings settings) {
        protocol = TestSsh.protocol(settings, deadlines);
        links = new TestLinks(settings, protocol);
    }

    @AfterEach
    void close() {
        links.close();
        protocol.close();
        deadlines.close();
        SERVER.dropConnections();
    }

    @Test
    void threeStepsOfARunUseOneConnectionAndTwoRunsTwo() {
        long loginsBefore = logins();

        List<String> first = List.of(step("run1", WHICH), step("run1", WHICH), step("run1", WHICH));
        String second = step("run2", WHICH);

        assertThat(first).containsOnly(first.get(0)).doesNotContain(second);
        await().atMost(Duration.ofSeconds(20)).until(() -> logins() >= loginsBefore + 2);
        assertThat(logins()).isEqualTo(loginsBefore + 2);
    }

    @Test
    void commandsFilesAndACliShareIt() throws IOException {
        Path file = Files.writeString(SERVER.folder().resolve("motd"), "hello\n");
        long loginsBefore = logins();

        String connection = step("run1", WHICH);
        assertThat(step("run1", Command.sftpRead(file.toString()))).isEqualTo("hello\n");
        assertThat(step("run1", Command.cli("echo $((40+2))"))).isEqualTo("42\n");
        assertThat(step("run1", Command.cli("echo $((50+3))"))).isEqualTo("53\n");

        assertThat(step("run1", WHICH)).isEqualTo(connection);
        assertThat(logins()).isEqualTo(loginsBefore + 1);
    }

    @Test
    void aConnectionThatWasKilledMeanwhileIsReplacedInSilence() {
        String first = step("run1", WHICH);

        SERVER.dropConnections();

        String second = step("run1", Command.exec("echo $SSH_CONNECTION $PPID").changing());
        assertThat(second).isNotEqualTo(first);
        assertThat(links.waiting()).isOne();
    }

    @Test
    void aServerThatFellSilentMeanwhileIsNoticedBeforeAnythingIsSent() {
        impatientWithProbes();
        String first = step("run1", WHICH);

        stop(first);

        try (RunLink link = links.open(device, "run1")) {
            link.connect(WHICH);
            assertThat(link.send(WHICH).output()).isNotEqualTo(first);
        }
    }

    @Test
    void aChannelThatCannotBeOpenedOnAKeptConnectionIsOpenedOnceOnAFreshOne() {
        impatientWithProbes();
        String first = step("run1", WHICH);

        try (RunLink link = links.open(device, "run1")) {
            link.connect(WHICH);
            stop(first);

            assertThat(link.send(WHICH).output()).isNotEqualTo(first);
        }
    }

    @Test
    void aCliThatFellSilentMeanwhileIsNotTypedInto() {
        impatientWithProbes();
        String first = step("run1", Command.cli("echo $SSH_CONNECTION $PPID"));

        stop(first);

        assertThat(step("run1", Command.cli("echo $SSH_CONNECTION $PPID").changing()))
                .isNotEqualTo(first);
    }

    @Test
    void anAbortEndsACommandOnAKeptConnectionAndTheConnectionWithIt() throws Exception {
        step("run1", WHICH);
        Path begun = SERVER.folder().resolve("begun");
        Command slow = Command.exec("touch " + begun + "; exec sleep 60").within(Duration.ofMinutes(1));
        RunLink link = links.open(device, "run1");
        CompletableFuture<ActionProblem> ended =
                CompletableFuture.supplyAsync(() -> catchThrowableOfType(ActionProblem.class, () -> link.send(slow)));
        await().atMost(Duration.ofSeconds(30)).until(() -> Files.exists(begun));

        link.abort();

        assertThat(ended.get(20, TimeUnit.SECONDS).problem()).isEqualTo(Problem.CANCELLED);
        link.close();
        await().atMost(Duration.ofSeconds(20)).until(() -> !SERVER.busy());
    }

    @Test
    void nothingOfAKeptConnectionIsLeftWhenItsPatienceIsOver() {
        links(TestSettings.withIdleLinks(Duration.ofMillis(200)));
        step("run1", WHICH);
        step("run1", Command.cli("echo hello"));
        step("run2", WHICH);

        await().atMost(Duration.ofSeconds(30)).until(() -> links.waiting() == 0 && !SERVER.busy());
        close();
        await().atMost(Duration.ofSeconds(20)).until(this::threadsLeft, List::isEmpty);
    }

    private List<String> threadsLeft() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.isAlive() && !before.contains(thread))
                .map(Thread::getName)
                .filter(name -> name.startsWith("ssh") || name.startsWith("device-"))
                .toList();
    }

    /** Gives a probe 2 s, and the opening of a channel 10 s. */
    private void impatientWithProbes() {
        links(TestSettings.withConnectTimeout(Duration.ofSeconds(2)));
    }

    /** Lets the process of a connection stand still, which leaves its socket open. */
    private static void stop(String connection) {
        String line = connection.strip();
        Programs.run("/bin/kill", "-STOP", line.substring(line.lastIndexOf(' ') + 1));
    }

    private String step(String run, Command command) {
        try (RunLink link = links.open(device, run)) {
            link.connect(command);
            String output = link.send(command).output();
            link.keep();
            return output;
        }
    }

    private static long logins() {
        return SERVER.log()
                .lines()
                .filter(line -> line.contains("Accepted publickey"))
                .count();
    }
}
