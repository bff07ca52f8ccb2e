package dev.baton.device.unix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.device.DeviceLink;
import dev.baton.device.unix.JobState.Offsets;
import dev.baton.testing.Programs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The scripts for hosts do what they should under the shells that hosts have. */
class HostScriptsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Mark.Patience HASTE =
            new Mark.Patience(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(20));

    @TempDir
    private Path home;

    private final Mark mark = new Mark(UUID.randomUUID().toString());
    private final DetachedJob job = DetachedJob.of(mark, 1);

    /** A host that runs everything here, each command in a session of its own as OpenSSH does. */
    private final class Here implements DeviceLink {

        private final List<String> shell;

        Here(String shell) {
            this.shell = List.of(shell.split(" "));
            Programs.require(this.shell.get(0), "/usr/bin/setsid");
        }

        @Override
        public void connect(Command command) {}

        @Override
        public Answer send(Command command) {
            String text = command.text().replaceFirst("^exec sh ", "exec " + String.join(" ", shell) + " ");
            List<String> words = new ArrayList<>(List.of("/usr/bin/setsid", "--wait"));
            words.addAll(shell);
            words.addAll(List.of("-c", text));
            ProcessBuilder builder = new ProcessBuilder(words);
            builder.environment().put("HOME", home.toString());
            try {
                Process process = builder.start();
                String output = new String(process.getInputStream().readAllBytes());
                String errors = new String(process.getErrorStream().readAllBytes());
                return Answer.of(command, process.waitFor(), output, errors);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void abort() {}

        @Override
        public void close() {}
    }

    private JobState look(Here host) {
        return job.look(host, Offsets.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/bin/dash", "/bin/bash", "/bin/busybox sh"})
    void whatARunningJobSaysIsReadPieceByPiece(String shell) throws IOException {
        Here host = new Here(shell);
        Path go = home.resolve("go");
        Command command = Command.exec("head -c 100000 /dev/zero | tr '\\0' a; echo wrong >&2; until [ -e " + go
                        + " ]; do sleep 0.1; done; echo b; sleep 4711")
                .changing();
        job.start(host, "box1", command);
        await().atMost(PATIENCE)
                .until(() -> look(host).saidBy(command).errorOutput().equals("wrong\n"));

        JobState first = look(host);
        JobState second = job.look(host, first.read());
        JobState none = job.look(host, second.read());
        Files.createFile(go);
        await().atMost(PATIENCE)
                .until(() ->
                        job.look(host, second.read()).saidBy(command).output().equals("b\n"));
        mark.end(host, HASTE);

        assertThat(first.read()).isEqualTo(new Offsets(65_536, 6));
        assertThat(first.saidBy(command).output()).isEqualTo("a".repeat(65_536));
        assertThat(second.read()).isEqualTo(new Offsets(100_000, 6));
        assertThat(second.saidBy(command).output()).isEqualTo("a".repeat(100_000 - 65_536));
        assertThat(second.saidBy(command).errorOutput()).isEmpty();
        assertThat(none.saidBy(command).output()).isEmpty();
        assertThat(look(host).saidBy(command).output()).isEqualTo("a".repeat(100_000) + "b\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/bin/dash", "/bin/bash", "/bin/busybox sh"})
    void aJobRunsOnceHoweverOftenItIsStarted(String shell) throws IOException {
        Here host = new Here(shell);
        Path log = home.resolve("a log");
        Command command = Command.exec("echo ran >>'" + log + "'\necho out; echo \"it's an error\" >&2; exit 7")
                .changing();

        boolean first = job.start(host, "box1", command);
        boolean second = job.start(host, "box1", command);
        await().atMost(PATIENCE).until(() -> look(host).kind() == JobState.Kind.ENDED);
        Answer said = look(host).saidBy(command);
        DetachedJob.forget(host, mark);

        assertThat(first).isTrue();
        assertThat(second).isFalse();
        assertThat(said.exitStatus()).isEqualTo(7);
        assertThat(said.output()).isEqualTo("out\n");
        assertThat(said.errorOutput()).isEqualTo("it's an error\n");
        assertThat(Files.readAllLines(log)).containsExactly("ran");
        assertThat(look(host).kind()).isEqualTo(JobState.Kind.ABSENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/bin/dash", "/bin/bash", "/bin/busybox sh"})
    void aJobIsEndedWithAllItsProcessesAndThenLost(String shell) {
        Here host = new Here(shell);
        job.start(
                host,
                "box1",
                Command.exec("echo words; sleep 4711 & sleep 4711").changing());
        await().atMost(PATIENCE).until(() -> look(host).kind() == JobState.Kind.RUNNING);

        Ending ending = mark.end(host, HASTE);

        assertThat(ending.kind()).as(ending.seen()).isEqualTo(Ending.Kind.ENDED);
        assertThat(look(host).kind()).isEqualTo(JobState.Kind.LOST);
        assertThat(mark.end(host, HASTE).kind()).isEqualTo(Ending.Kind.GONE);
    }

    @Test
    void aRunningJobIsNotForgotten() {
        Here host = new Here("/bin/dash");
        job.start(host, "box1", Command.exec("sleep 4711").changing());
        await().atMost(PATIENCE).until(() -> look(host).kind() == JobState.Kind.RUNNING);

        DetachedJob.forget(host, mark);

        assertThat(look(host).kind()).isEqualTo(JobState.Kind.RUNNING);
        mark.end(host, HASTE);
    }

    @Test
    void aFolderThatIsALinkIsRefused() throws IOException {
        Here host = new Here("/bin/dash");
        Path elsewhere = Files.createDirectory(home.resolve("elsewhere"));
        Files.createSymbolicLink(home.resolve(".baton"), elsewhere);

        assertThat(catchThrowable(
                        () -> job.start(host, "box1", Command.exec("true").changing())))
                .hasMessageContaining("box1")
                .hasMessageContaining("not a folder of this account alone");
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void theFolderIsForItsOwnerOnly() throws IOException {
        Here host = new Here("/bin/dash");
        Path folder = Files.createDirectory(home.resolve(".baton"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));

        job.start(host, "box1", Command.exec("true").changing());
        await().atMost(PATIENCE).until(() -> look(host).kind() == JobState.Kind.ENDED);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(job.name()))))
                .isEqualTo("rwx------");
    }
}
