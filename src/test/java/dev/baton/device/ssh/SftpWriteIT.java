package dev.baton.device.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.baton.action.ActionProblem;
import dev.baton.action.Answer;
import dev.baton.action.Command;
import dev.baton.action.Content;
import dev.baton.action.Problem;
import dev.baton.action.Upload;
import dev.baton.device.Deadlines;
import dev.baton.device.DeviceLink;
import dev.baton.device.TestSettings;
import dev.baton.testing.Devices;
import dev.baton.testing.OpenSshServer;
import dev.baton.testing.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class SftpWriteIT {

    @RegisterExtension
    static final OpenSshServer SERVER = new OpenSshServer();

    @RegisterExtension
    static final OpenSshServer WITHOUT_STATVFS =
            OpenSshServer.withSftp("Subsystem sftp internal-sftp -P statvfs,fstatvfs");

    private static Deadlines deadlines;
    private static SshProtocol protocol;

    @TempDir
    Path folder;

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
    void aNewFileStandsWholeAndReadableByAll() throws IOException {
        Path motd = folder.resolve("motd");

        Answer answer = send(write(motd, "hello\n"));

        assertThat(motd).hasContent("hello\n");
        assertThat(mode(motd)).isEqualTo("rw-r--r--");
        assertThat(answer.output())
                .isEqualTo("made: bytes=6 sha256=5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03,"
                        + " read back; mode 0644\n");
        assertNothingElseIn(folder, motd);
    }

    @Test
    void aReplacedFileKeepsItsModeAndOwner() throws IOException {
        Path key = file("key", "old", "rw-r-----");
        boolean root = System.getProperty("user.name").equals("root");
        if (root) {
            Files.setAttribute(key, "unix:uid", 65534);
            Files.setAttribute(key, "unix:gid", 65534);
        }

        Answer answer = send(write(key, "new"));

        assertThat(key).hasContent("new");
        assertThat(mode(key)).isEqualTo("rw-r-----");
        assertThat(answer.output()).startsWith("replaced: ").endsWith("mode 0640\n");
        if (root) {
            assertThat(Files.getAttribute(key, "unix:uid")).isEqualTo(65534);
            assertThat(Files.getAttribute(key, "unix:gid")).isEqualTo(65534);
        }
        assertNothingElseIn(folder, key);
    }

    @Test
    void theWantedModeIsGiven() throws IOException {
        Path fresh = folder.resolve("fresh");
        Path old = file("old", "old", "rwxrwxrwx");

        send(Command.sftpWrite(upload(fresh, Content.of("x")).withMode("0600")));
        send(Command.sftpWrite(upload(old, Content.of("x")).withMode("750")));

        assertThat(mode(fresh)).isEqualTo("rw-------");
        assertThat(mode(old)).isEqualTo("rwxr-x---");
    }

    @Test
    void manyBytesAndNoneArriveAsTheyAre() throws IOException {
        byte[] many = bytes(5_000_001);
        Path image = folder.resolve("image with a space's name.bin");
        Path empty = folder.resolve("empty");

        send(Command.sftpWrite(upload(image, Content.of(many))));
        send(write(empty, ""));

        assertThat(image).hasBinaryContent(many);
        assertThat(empty).isEmptyFile();
    }

    @Test
    void aMissingFolderIsNamed() throws IOException {
        Path file = file("file", "", "rw-r--r--");

        assertRejected(
                write(folder.resolve("none/motd"), "x"), "wanted the folder " + folder + "/none, there is nothing");
        assertRejected(write(file.resolve("motd"), "x"), "wanted the folder " + file + ", there is another thing");
        assertNothingElseIn(folder, file);
    }

    @Test
    void aFolderThatMayNotBeWrittenInIsNamed() {
        assertRejected(write(Path.of("/sys/motd"), "x"), "does not make a file in /sys: Permission denied");
    }

    @Test
    void onlyPlainFilesAreReplaced() throws IOException {
        Path real = file("real", "old", "rw-r--r--");
        Path link = Files.createSymbolicLink(folder.resolve("link"), real);
        Path inner = Files.createDirectory(folder.resolve("inner"));

        assertRejected(write(link, "x"), "is a symbolic link to " + real + "; write to that");
        assertRejected(write(inner, "x"), "wanted a plain file or none, " + inner + " is a folder");
        assertThat(real).hasContent("old");
    }

    @Test
    void aFullDiskIsToldBeforeAnythingIsWritten() throws Exception {
        assertAFullDiskIsToldBy(SERVER);
    }

    @Test
    void aServerThatDoesNotTellTheRoomIsAskedByItsShell() throws Exception {
        assertAFullDiskIsToldBy(WITHOUT_STATVFS);
    }

    private void assertAFullDiskIsToldBy(OpenSshServer server) throws Exception {
        Path small = Files.createDirectory(folder.resolve("small"));
        int mounted = new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=256k", "none", small.toString())
                .start()
                .waitFor();
        Assumptions.assumeTrue(mounted == 0, "only the superuser can mount a small disk");
        try {
            Path old = Files.writeString(small.resolve("old"), "old");

            Command write = Command.sftpWrite(upload(old, Content.of(bytes(300_000))));
            try (DeviceLink link =
                    protocol.open(Devices.ssh("linux", server.port(), server.credential(), server.pin()))) {
                assertThat(catchThrowableOfType(ActionProblem.class, () -> link.send(write)))
                        .hasMessageContaining("wanted room for 300000 bytes in " + small);
            }

            assertThat(old).hasContent("old");
            assertNothingElseIn(small, old);
        } finally {
            Programs.run("umount", small.toString());
        }
    }

    @Test
    void aConnectionLostInTheMiddleLeavesTheOldFileAndTheNextTryCleansUp() throws IOException {
        Path image = file("image", "old", "rw-r--r--");
        byte[] many = bytes(4_000_000);
        Command write = Command.sftpWrite(upload(image, Content.of(many)));

        try (CuttingRelay relay = new CuttingRelay(SERVER.port(), 1_000_000);
                DeviceLink link = link(relay.port())) {
            ActionProblem problem = catchThrowableOfType(ActionProblem.class, () -> link.send(write));

            assertThat(problem.problem()).isEqualTo(Problem.UNREACHABLE);
            assertThat(problem)
                    .hasMessageContaining("box1")
                    .hasMessageContaining(image.toString())
                    .hasMessageContaining("the file is as it was");
        }
        assertThat(image).hasContent("old");
        assertThat(send(write).output()).containsPattern(", resumed at \\d{6,7}, read back");
        assertThat(image).hasBinaryContent(many);
        assertNothingElseIn(folder, image);
    }

    @Test
    void whatWasLeftOfAnotherContentIsWrittenOver() throws IOException {
        byte[] many = bytes(1_000_000);
        Path image = folder.resolve("image");
        byte[] begun = Arrays.copyOf(many, 400_000);
        begun[399_999]++;
        Files.write(folder.resolve(".image.baton-0123456789abcdef"), begun);
        Files.write(folder.resolve(".image.baton-0123456789abcde0"), Arrays.copyOf(many, 300_000));

        Answer answer = send(Command.sftpWrite(upload(image, Content.of(many))));

        assertThat(answer.output()).doesNotContain("resumed");
        assertThat(image).hasBinaryContent(many);
        assertNothingElseIn(folder, image);
    }

    @Test
    void howFarItHasComeIsTold() {
        List<Long> told = new ArrayList<>();
        byte[] many = bytes(1_000_000);

        try (DeviceLink link = link(SERVER.port())) {
            link.report((done, total) -> told.add(total - done));
            link.send(Command.sftpWrite(upload(folder.resolve("image"), Content.of(many))));
            link.send(Command.sftpFetch(folder + "/image", 2_000_000));
        }

        assertThat(told).contains(1_000_000L, 0L).hasSizeGreaterThan(20);
    }

    @Test
    void aWriteThatTakesTooLongIsTakenBack() throws IOException {
        Path image = file("image", "old", "rw-r--r--");
        Command hasty =
                Command.sftpWrite(upload(image, Content.of(bytes(1_000_000)))).within(Duration.ofMillis(1));

        ActionProblem problem = fail(hasty);

        assertThat(problem.problem()).isEqualTo(Problem.TIMEOUT);
        assertThat(problem).hasMessageContaining("of 1000000 bytes were written");
        assertThat(image).hasContent("old");
        assertNothingElseIn(folder, image);
    }

    @Test
    void onlyFilesThatAWriteLeftAreCleanedUp() throws IOException {
        Path motd = file("motd", "old", "rw-r--r--");
        Path left = file(".motd.baton-0123456789abcdef", "ol", "rw-------");
        Path other = file(".motd.baton-backup", "mine", "rw-------");

        send(write(motd, "new"));

        assertThat(left).doesNotExist();
        assertThat(other).hasContent("mine");
    }

    private static void assertRejected(Command command, String reason) {
        ActionProblem problem = fail(command);
        assertThat(problem.problem()).isEqualTo(Problem.COMMAND_REJECTED);
        assertThat(problem)
                .hasMessageStartingWith("box1: \"" + command.text())
                .hasMessageContaining(reason)
                .hasMessageEndingWith("; the file is as it was");
    }

    private static void assertNothingElseIn(Path folder, Path file) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    private Path file(String name, String content, String mode) throws IOException {
        Path file = Files.writeString(folder.resolve(name), content);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        new Random(42).nextBytes(bytes);
        return bytes;
    }

    private static Upload upload(Path path, Content content) {
        return Upload.of(path.toString(), content);
    }

    private static Command write(Path path, String text) {
        return Command.sftpWrite(upload(path, Content.of(text)));
    }

    private static DeviceLink link(int port) {
        return protocol.open(Devices.ssh("linux", port, SERVER.credential(), SERVER.pin()));
    }

    private static Answer send(Command command) {
        try (DeviceLink link = link(SERVER.port())) {
            return link.send(command);
        }
    }

    private static ActionProblem fail(Command command) {
        try (DeviceLink link = link(SERVER.port())) {
            return catchThrowableOfType(ActionProblem.class, () -> link.send(command));
        }
    }
}
