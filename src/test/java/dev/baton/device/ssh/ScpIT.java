package dev.baton.device.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.baton.action.ActionProblem;
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
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Files of a real OpenSSH host whose SFTP is switched off. */
class ScpIT {

    @RegisterExtension
    static final OpenSshServer SERVER = OpenSshServer.withSftp("# none");

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
    void aFileStandsWholeWithItsModeAndNothingIsLeft() throws IOException {
        Content content = Content.of(bytes(2_000_001));
        Path image = folder.resolve("an image's $(reboot) `id`");
        Files.writeString(folder.resolve(".an image's $(reboot) `id`.baton-0123456789abcdef"), "left");
        Upload upload = Upload.of(image.toString(), content).withMode("0640");

        assertThat(send(Command.sftpCompare(upload))).isEqualTo("absent\n");
        assertThat(send(Command.sftpWrite(upload)))
                .startsWith("made: " + content)
                .endsWith("mode 0640; over SCP\n");
        assertThat(send(Command.sftpCompare(upload))).isEqualTo("same\n");

        assertThat(image).hasBinaryContent(content.part(0, content.size()));
        assertThat(Files.getPosixFilePermissions(image)).isEqualTo(PosixFilePermissions.fromString("rw-r-----"));
        assertOnly(image);
    }

    @Test
    void aReplacedFileKeepsItsMode() throws IOException {
        Path motd = Files.writeString(folder.resolve("motd"), "old");
        Files.setPosixFilePermissions(motd, PosixFilePermissions.fromString("rw-------"));

        assertThat(send(Command.sftpWrite(Upload.of(motd.toString(), Content.of("new")))))
                .startsWith("replaced: ");

        assertThat(motd).hasContent("new");
        assertThat(Files.getPosixFilePermissions(motd)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void whatStandsInTheWayIsTold() throws IOException {
        Path real = Files.writeString(folder.resolve("real"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link"), real);

        assertRejected(Upload.of(link.toString(), Content.of("x")), "wanted a plain file or none");
        assertRejected(Upload.of(folder + "/none/x", Content.of("x")), "wanted the folder " + folder + "/none");
        assertThat(real).hasContent("old");
    }

    @Test
    void aFullDiskIsToldBeforeTheFirstByte() throws Exception {
        Path small = Files.createDirectory(folder.resolve("small"));
        int mounted = new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=256k", "none", small.toString())
                .start()
                .waitFor();
        Assumptions.assumeTrue(mounted == 0, "only the superuser can mount a small disk");
        try {
            assertRejected(
                    Upload.of(small + "/image", Content.of(bytes(300_000))),
                    "wanted room for 300000 bytes in " + small);
            assertThat(small).isEmptyDirectory();
        } finally {
            Programs.run("umount", small.toString());
        }
    }

    @Test
    void aConnectionLostInTheMiddleLeavesTheOldFile() throws IOException {
        Path image = Files.writeString(folder.resolve("image"), "old");
        Command write = Command.sftpWrite(Upload.of(image.toString(), Content.of(bytes(4_000_000))));

        try (CuttingRelay relay = new CuttingRelay(SERVER.port(), 1_000_000);
                DeviceLink link = link(relay.port())) {
            ActionProblem problem = catchThrowableOfType(ActionProblem.class, () -> link.send(write));

            assertThat(problem.problem()).isEqualTo(Problem.UNREACHABLE);
            assertThat(problem).hasMessageContaining("the file is as it was");
        }
        assertThat(image).hasContent("old");
        send(write);
        assertThat(image).hasSize(4_000_000);
        assertOnly(image);
    }

    @Test
    void aFileIsFetchedUpToTheLimit() throws IOException {
        byte[] bytes = bytes(1_000_000);
        Path image = Files.write(folder.resolve("it's"), bytes);

        try (DeviceLink link = link(SERVER.port())) {
            assertThat(link.send(Command.sftpFetch(image.toString(), 1_000_000)).content())
                    .isEqualTo(Content.of(bytes));
            ActionProblem problem = catchThrowableOfType(
                    ActionProblem.class, () -> link.send(Command.sftpFetch(image.toString(), 999_999)));
            assertThat(problem).hasMessageContaining("wanted at most 999999 bytes, the file has 1000000");
        }
    }

    private void assertRejected(Upload upload, String reason) {
        ActionProblem problem = catchThrowableOfType(ActionProblem.class, () -> send(Command.sftpWrite(upload)));

        assertThat(problem.problem()).isEqualTo(Problem.COMMAND_REJECTED);
        assertThat(problem).hasMessageContaining(reason).hasMessageEndingWith("; the file is as it was");
    }

    private void assertOnly(Path file) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(11).nextBytes(bytes);
        return bytes;
    }

    private static DeviceLink link(int port) {
        return protocol.open(Devices.ssh("linux", port, SERVER.credential(), SERVER.pin()));
    }

    private static String send(Command command) {
        try (DeviceLink link = link(SERVER.port())) {
            return link.send(command).output();
        }
    }
}
