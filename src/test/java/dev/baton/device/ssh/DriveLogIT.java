package dev.baton.device.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.baton.action.ActionProblem;
import dev.baton.action.Device;
import dev.baton.action.Finding;
import dev.baton.action.Problem;
import dev.baton.action.Result;
import dev.baton.device.Deadlines;
import dev.baton.device.TestSettings;
import dev.baton.inventory.InventoryDevice;
import dev.baton.testing.Devices;
import dev.baton.testing.LogScan;
import dev.baton.testing.OpenSshServer;
import dev.baton.testing.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Log files and a journal of a real OpenSSH host, read with its own programs. */
class DriveLogIT {

    private static final String MEDIUM = "critical medium error, dev sdzz, sector 2048 op 0x0:(READ) flags 0x0\n";

    @RegisterExtension
    static final OpenSshServer SERVER = new OpenSshServer();

    private static Deadlines deadlines;
    private static SshProtocol protocol;

    @TempDir
    Path folder;

    private Path log;
    private LogScan scan;

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

    @BeforeEach
    void host() throws IOException {
        InventoryDevice device = Devices.ssh("linux", SERVER.port(), SERVER.credential(), SERVER.pin());
        scan = new LogScan(device, () -> protocol.open(device));
        log = Files.writeString(folder.resolve("kern.log"), "Nov 25 10:00:01 box kernel: sd 0:0:0:0: [sda] Attached\n");
    }

    @AfterEach
    void hangUp() {
        scan.close();
    }

    @Test
    void aLogHostTellsOfTheDevicesWhoseLinesItHas() throws IOException {
        Path remote = Files.createDirectories(folder.resolve("remote/esx-01")).getParent();
        Files.createDirectories(remote.resolve("web-02"));
        Files.writeString(remote.resolve("esx-01/kern.log"), "Nov 25 10:00:01 esx-01 kernel: booted\n");
        Files.writeString(remote.resolve("all.log"), "Nov 25 10:00:01 web-02.example.net kernel: booted\n");
        InventoryDevice box = Devices.ssh("linux", SERVER.port(), SERVER.credential(), SERVER.pin());
        InventoryDevice logHost = new InventoryDevice(
                tagged(box.device(), "logs-of-esx-01", "logs-of-web-02"), List.of(), box.ssh(), null);
        Map<String, Object> inputs = Map.of(
                "source",
                "FILES",
                "files",
                log.toString(),
                "hostFiles",
                remote + "/{host}/kern.log\n" + remote + "/all.log");
        try (LogScan central = new LogScan(logHost, () -> protocol.open(logHost))) {
            assertThat(central.look(inputs).summary()).contains("3 lines read", "web-02 has no file of its own");

            Files.writeString(
                    remote.resolve("esx-01/kern.log"),
                    "Nov 25 10:05:01 esx-01 kernel: " + MEDIUM,
                    StandardOpenOption.APPEND);
            Files.writeString(
                    remote.resolve("all.log"),
                    "2026-11-25T10:05:01+00:00 web-02.example.net kernel: " + MEDIUM
                            + "2026-11-25T10:05:02+00:00 stranger kernel: " + MEDIUM,
                    StandardOpenOption.APPEND);

            assertThat(central.look(inputs).findings())
                    .extracting(Finding::device, Finding::kind, Finding::part)
                    .containsExactlyInAnyOrder(
                            tuple("box1", "drive-suspect", "sdzz"),
                            tuple("esx-01", "drive-suspect", "sdzz"),
                            tuple("web-02", "drive-suspect", "sdzz"));
            assertThat(central.look(inputs).findings()).hasSize(3);
        }
    }

    private static Device tagged(Device device, String... tags) {
        return new Device(
                device.name(),
                device.address(),
                device.platform(),
                device.site(),
                device.role(),
                Set.of(tags),
                device.criticality(),
                device.redundancyGroup(),
                device.rootLogin());
    }

    @Test
    void aFileIsReadFromWhereTheLastLookEnded() throws IOException {
        assertThat(lines(files())).isEqualTo(1);

        append("Nov 25 10:05:01 box kernel: " + MEDIUM + "Nov 25 10:05:02 box kernel: half a li");
        Result second = files();
        append("ne of the kernel\n");
        Result third = files();

        assertThat(lines(second)).isEqualTo(1);
        assertThat(second.findings())
                .extracting(Finding::kind, Finding::part)
                .containsExactly(tuple("drive-suspect", "sdzz"));
        assertThat(lines(third)).isEqualTo(1);
        assertThat(third.findings()).hasSize(1);
    }

    @Test
    void nothingIsLostWhenAFileIsRotated() throws IOException {
        files();
        append("Nov 25 10:05:01 box kernel: " + MEDIUM);
        Files.move(log, folder.resolve("kern.log.1"));
        Files.writeString(log, "Nov 25 11:05:01 box kernel: " + MEDIUM + "Nov 25 11:05:02 box kernel: md0: fine\n");

        Result result = files();

        assertThat(lines(result)).isEqualTo(3);
        assertThat(result.findings().get(0).message()).contains("2 x medium error");
        assertThat(lines(files())).isZero();
    }

    @Test
    void anEmptiedFileIsReadFromItsBeginningAndSaidSo() throws IOException {
        append("Nov 25 10:05:01 box kernel: one more line of some length\n");
        files();
        Files.writeString(log, "Nov 25 11:05:01 box kernel: " + MEDIUM, StandardOpenOption.TRUNCATE_EXISTING);

        Result result = files();

        assertThat(lines(result)).isEqualTo(1);
        assertThat(result.summary()).contains("kern.log was emptied: lines just before that may be missing");
    }

    @Test
    void aFileThatIsTooLongForOneLookIsGoneOnWith() throws IOException {
        append(("Nov 25 10:05:01 box kernel: " + "x".repeat(970) + "\n").repeat(9_000));
        append("Nov 25 10:06:01 box kernel: " + MEDIUM);

        Result first = files();
        Result second = files();

        assertThat(first.summary()).contains("kern.log is left for the next look");
        assertThat(first.findings()).isEmpty();
        assertThat(lines(first) + lines(second)).isEqualTo(9_002);
        assertThat(second.findings()).hasSize(1);
    }

    @Test
    void bytesThatAreNoTextDoNotMoveTheBookmark() throws IOException {
        Files.write(log, new byte[] {(byte) 0xff, (byte) 0xc3, 0, '\n'}, StandardOpenOption.APPEND);
        append("Nov 25 10:05:01 box kernel: Gr\u00fc\u00dfe\n");
        assertThat(lines(files())).isEqualTo(3);

        append("Nov 25 10:06:01 box kernel: " + MEDIUM);

        assertThat(lines(files())).isEqualTo(1);
    }

    @Test
    void aFileThatIsNotThereIsAProblem() throws IOException {
        Files.delete(log);

        ActionProblem problem = catchThrowableOfType(ActionProblem.class, this::files);

        assertThat(problem.problem()).isEqualTo(Problem.COMMAND_REJECTED);
        assertThat(problem).hasMessageContaining("box1").hasMessageContaining("kern.log");
    }

    @Test
    void theJournalIsReadFromItsCursorOn() throws IOException {
        Programs.require("/usr/bin/journalctl", "/usr/lib/systemd/systemd-journal-remote");
        write(1, "sd 0:0:0:0: [sda] Attached SCSI disk");
        assertThat(lines(journal())).isEqualTo(1);

        write(2, MEDIUM.strip(), "md/raid1:md9: Disk failure on sdzz1, disabling device.");
        Result second = journal();

        assertThat(lines(second)).isEqualTo(2);
        assertThat(second.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.evidence()).contains("Disk failure on sdzz1"));
        assertThat(lines(journal())).isZero();
    }

    private Result files() {
        return scan.look(Map.of("source", "FILES", "files", log.toString(), "become", "false"));
    }

    private Result journal() {
        return scan.look(Map.of(
                "source", "JOURNAL", "journalFolder", folder.resolve("journal").toString(), "become", "false"));
    }

    private static int lines(Result result) {
        return (int) result.facts().get("linesRead");
    }

    private void append(String text) throws IOException {
        Files.writeString(log, text, StandardOpenOption.APPEND);
    }

    /** Turns entries into a journal file as a host that collects journals does. */
    private void write(int number, String... messages) throws IOException {
        String boot = Files.readString(Path.of("/proc/sys/kernel/random/boot_id"))
                .strip()
                .replace("-", "");
        StringBuilder entries = new StringBuilder();
        for (String message : messages) {
            entries.append("__REALTIME_TIMESTAMP=")
                    .append(Instant.now().toEpochMilli())
                    .append("000\n__MONOTONIC_TIMESTAMP=")
                    .append(number)
                    .append("000000\n_BOOT_ID=")
                    .append(boot)
                    .append("\n_TRANSPORT=kernel\nMESSAGE=")
                    .append(message)
                    .append("\n\n");
        }
        Path file = Files.writeString(folder.resolve("entries-" + number), entries);
        Path journal = Files.createDirectories(folder.resolve("journal"));
        Programs.run(
                "/usr/lib/systemd/systemd-journal-remote",
                "-o",
                journal.resolve("box.journal").toString(),
                file.toString());
    }
}
