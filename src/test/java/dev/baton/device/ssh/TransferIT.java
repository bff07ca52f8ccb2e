package dev.baton.device.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.baton.action.ActionProblem;
import dev.baton.action.Content;
import dev.baton.action.Problem;
import dev.baton.action.Result;
import dev.baton.device.Deadlines;
import dev.baton.device.TestSettings;
import dev.baton.inventory.InventoryDevice;
import dev.baton.testing.DelegateSession;
import dev.baton.testing.DeviceDelegates;
import dev.baton.testing.Devices;
import dev.baton.testing.OpenSshServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Files and scripts on a real OpenSSH host. */
class TransferIT {

    @RegisterExtension
    static final OpenSshServer SERVER = new OpenSshServer();

    @RegisterExtension
    static final OpenSshServer WITHOUT_SFTP = new OpenSshServer("ForceCommand /bin/false");

    private static Deadlines deadlines;
    private static SshProtocol protocol;

    @TempDir
    Path folder;

    private final Map<String, Content> kept = new HashMap<>();
    private Content source = Content.of("hello\n");

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
    void aFileIsBroughtOnceAndThenLeftAlone() throws IOException {
        Path motd = folder.resolve("motd of $(reboot)");

        assertThat(upload(motd, "0640").changed()).isTrue();
        assertThat(upload(motd, "0640").changed()).isFalse();

        assertThat(motd).hasContent("hello\n");
        Files.setPosixFilePermissions(motd, PosixFilePermissions.fromString("rw-------"));
        assertThat(upload(motd, "0640").changed()).isTrue();
        Files.writeString(motd, "Hello\n");
        assertThat(upload(motd, "0640").changed()).isTrue();
        assertThat(motd).hasContent("hello\n");
    }

    @Test
    void aFileIsFetchedByteByByte() throws IOException {
        byte[] bytes = new byte[100_000];
        new java.util.Random(7).nextBytes(bytes);
        Path image = Files.write(folder.resolve("an image"), bytes);

        Result result = act(SERVER, "downloadFile", Map.of("path", image.toString()));

        assertThat(result.facts()).containsEntry("sha256", Content.of(bytes).sha256());
        assertThat(kept).containsEntry("RUN-000042 box1 " + image, Content.of(bytes));
    }

    @Test
    void aLostConnectionIsReplacedAndTheFileGoesOnWhereItWas() throws IOException {
        byte[] bytes = new byte[3_000_000];
        new java.util.Random(7).nextBytes(bytes);
        Path image = Files.write(folder.resolve("image"), bytes);

        try (CuttingRelay relay = new CuttingRelay(SERVER.port(), Long.MAX_VALUE, 1_300_000)) {
            InventoryDevice device = Devices.ssh("linux", relay.port(), SERVER.credential(), SERVER.pin());

            Result result = act(device, "downloadFile", Map.of("path", image.toString(), "maxSize", "4096"));

            assertThat(result.facts()).containsEntry("sha256", Content.of(bytes).sha256());
        }
        assertThat(kept).containsEntry("RUN-000042 box1 " + image, Content.of(bytes));
    }

    @Test
    void whatIsTooLargeOrNoPlainFileIsNotFetched() throws IOException {
        Path large = Files.write(folder.resolve("large"), new byte[1025]);

        assertRefused("downloadFile", Map.of("path", large.toString(), "maxSize", "1"), "wanted at most 1024 bytes");
        assertRefused("downloadFile", Map.of("path", "/dev/zero"), "wanted a plain file");
        assertRefused("downloadFile", Map.of("path", folder + "/none"), "does not give the file: No such file");
        assertThat(kept).isEmpty();
    }

    @Test
    void aScriptGetsItsArgumentsWholeAndLeavesNothing() {
        source = Content.of("printf '<%s>' \"$@\"; echo; echo \"$0\"; exit 3 # " + folder + "\n");

        Result result = act(
                SERVER,
                "runScript",
                Map.of(
                        "script", "x.sh",
                        "sha256", source.sha256(),
                        "arguments", "a  b\n$(touch /tmp/x); `id` | cat\nit's",
                        "expectedExit", "3"));

        String[] lines = String.valueOf(result.facts().get("output")).split("\n");
        assertThat(lines[0]).isEqualTo("<a  b><$(touch /tmp/x); `id` | cat><it's>");
        assertThat(Path.of(lines[1]).getParent()).doesNotExist();
    }

    @Test
    void aScriptThatFailsIsTakenAwayToo() throws IOException {
        source = Content.of("import sys\nopen(sys.argv[1], 'w').write(sys.argv[0])\nsys.exit('no way')\n");
        Path note = folder.resolve("where it ran");
        Map<String, String> inputs = Map.of(
                "script", "x.py", "sha256", source.sha256(), "interpreter", "python3", "arguments", note.toString());

        assertRefused("runScript", inputs, "ended with exit status 1, expected 0");
        assertThat(Path.of(Files.readString(note)).getParent()).doesNotExist();
    }

    @Test
    void aDeviceWithoutSftpSaysSo() {
        ActionProblem problem =
                catchThrowableOfType(ActionProblem.class, () -> act(WITHOUT_SFTP, "uploadFile", upload()));

        assertThat(problem.problem()).isEqualTo(Problem.COMMAND_REJECTED);
        assertThat(problem).hasMessageContaining("box1").hasMessageContaining("the device offers no SFTP");
    }

    private Result upload(Path target, String mode) {
        Map<String, String> inputs = new HashMap<>(upload());
        inputs.put("destination", target.toString());
        inputs.put("mode", mode);
        return act(SERVER, "uploadFile", inputs);
    }

    private Map<String, String> upload() {
        return Map.of("file", "motd", "sha256", source.sha256(), "destination", folder + "/motd");
    }

    private void assertRefused(String delegate, Map<String, String> inputs, String reason) {
        ActionProblem problem = catchThrowableOfType(ActionProblem.class, () -> act(SERVER, delegate, inputs));

        assertThat(problem.problem()).isEqualTo(Problem.COMMAND_REJECTED);
        assertThat(problem).hasMessageContaining("box1").hasMessageContaining(reason);
    }

    private Result act(OpenSshServer server, String delegate, Map<String, String> inputs) {
        return act(Devices.ssh("linux", server.port(), server.credential(), server.pin()), delegate, inputs);
    }

    private Result act(InventoryDevice device, String delegate, Map<String, String> inputs) {
        try (DelegateSession session = new DelegateSession(device, () -> protocol.open(device))) {
            return session.perform(
                    DeviceDelegates.named(delegate, (path, sha256) -> source, this::keep, dump -> null), inputs);
        }
    }

    private String keep(String run, String device, String path, Content content) {
        kept.put(run + " " + device + " " + path, content);
        return path;
    }
}
