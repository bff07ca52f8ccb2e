package dev.baton.delegates.logs;

import static dev.baton.testing.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.baton.action.Answer;
import dev.baton.action.Finding;
import dev.baton.action.Inputs;
import dev.baton.action.Observation;
import dev.baton.action.Problem;
import dev.baton.action.Result;
import dev.baton.action.Severity;
import dev.baton.testing.ScriptedSession;
import dev.baton.testing.ShippedDecisions;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ScanDriveLogsTest {

    private static final String BOOT = "0c1d2e3f-0000-4000-8000-00000000000a";
    private static final Instant NOW = Instant.parse("2026-11-25T17:00:00Z");
    private static final String MEDIUM =
            "critical medium error, dev sdb, sector 2048 op 0x0:(READ) flags 0x0 phys_seg 1 prio class 2";

    private static final String IO = "I/O error, dev sdb, sector 1 op 0x0:(READ) flags 0x0 phys_seg 1 prio class 2";

    private final LatestObservations seen = new LatestObservations();
    private final ShippedDecisions table = new ShippedDecisions();
    private Instant now = NOW;
    private final ScanDriveLogs scan = new ScanDriveLogs(seen, table, new NoFindings()).by(() -> now);

    @Test
    void aQuietHostIsAskedForItsJournalOnly() {
        ScriptedSession host = host(entry(1, "sd 0:0:0:0: [sda] Attached SCSI disk", BOOT));

        Result result = perform(host);

        assertThat(result.findings()).isEmpty();
        assertThat(result.checkedKinds())
                .containsExactlyInAnyOrder(
                        "drive-failing",
                        "drive-suspect",
                        "drive-link-errors",
                        "drive-log-unread",
                        "drive-failed",
                        "drive-missing");
        assertThat(host.sent())
                .hasSize(2)
                .last()
                .asString()
                .contains("--since=-604800s", "_TRANSPORT=kernel + SYSLOG_IDENTIFIER=smartd _UID=0", "head -c 900000");
    }

    @Test
    void theNextLookGoesOnAfterTheLastEntry() {
        perform(host(entry(7, "EXT4-fs (sda1): recovery complete", BOOT)));

        ScriptedSession host = host("");
        perform(host);

        assertThat(host.sent().get(1)).contains("'--after-cursor=s=1;i=7'");
    }

    @Test
    void manyNamesOfOneDriveComeToOneFindingThatNamesBayAndSerial() {
        Result result = perform(host(entry(1, MEDIUM, BOOT)
                + entry(2, "sd 1:0:0:0: [sdb] tag#3 Sense Key : Medium Error [current]", BOOT)
                + entry(3, "ata2.00: error: { UNC }\\nata2: hard resetting link", BOOT)));

        Finding finding = result.findings().get(0);
        assertThat(result.findings()).hasSize(1);
        assertThat(finding.kind()).isEqualTo("drive-suspect");
        assertThat(finding.part()).isEqualTo("enclosure 0:0:12:0, bay 3");
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding.message())
                .contains("sdb (ST4000NM0035), serial ZC1", "confidence 40 %", "1 x medium error, 1 x link error");
        assertThat(finding.evidence()).contains(MEDIUM, "ata2.00: error: { UNC }");
    }

    @Test
    void whatEarlierLooksSawCountsOn() {
        perform(host(entry(1, MEDIUM, BOOT)));
        perform(host(entry(100, MEDIUM, BOOT)));

        Result third = perform(host(entry(200, MEDIUM, BOOT)));

        assertThat(third.findings())
                .extracting(Finding::kind, Finding::part)
                .containsExactly(tuple("drive-suspect", "enclosure 0:0:12:0, bay 3"));
        assertThat(third.findings().get(0).message()).contains("3 x medium error", "confidence 70 %");
    }

    @Test
    void aBurstOfOneMinuteCountsOnce() {
        Result result = perform(host(entry(1, MEDIUM, BOOT) + entry(2, MEDIUM, BOOT) + entry(3, MEDIUM, BOOT)));

        assertThat(result.findings().get(0).message()).contains("1 x medium error");
    }

    @Test
    void theDrivesOwnVerdictMakesItFailing() {
        String smart = "{\"device\": {\"name\": \"/dev/sda\"}, \"smart_status\": {\"passed\": true}}\n"
                + "{\"device\": {\"name\": \"/dev/sdb\"}, \"smart_status\": {\"passed\": false}}\n";
        Result result = perform(host(entry(1, IO, BOOT), Map.of("smartctl", smart)));

        assertThat(result.findings())
                .extracting(Finding::kind, Finding::severity)
                .containsExactly(tuple("drive-failing", Severity.CRITICAL));
        assertThat(result.findings().get(0).message()).contains("SMART failed");
    }

    @Test
    void anArrayThatGaveTheDriveUpMakesItFailing() {
        String arrays = "md0 : active raid1 sdb1[1](F) sda1[0]\n      99 blocks super 1.2 [2/1] [U_]\n";
        Result result = perform(host(entry(1, IO, BOOT), Map.of("mdstat", arrays)));

        assertThat(result.findings()).extracting(Finding::kind).containsExactly("drive-failing");
        assertThat(result.findings().get(0).message()).contains("array faulty");
    }

    @Test
    void theLastHardwareCheckIsHeard() {
        seen.keep(
                "dev1",
                Observation.latest(
                        "hardware",
                        Map.of(
                                "parts",
                                List.of(Map.of("component", "drive", "serial", "ZC1", "state", "PREDICTED_FAILURE")))),
                NOW.minus(Duration.ofHours(1)));

        Result result = perform(host(entry(1, IO, BOOT)));

        assertThat(result.findings()).extracting(Finding::kind).containsExactly("drive-failing");
    }

    @Test
    void aDriveThatTheHardwareCheckFoundKeepsItsNameAndPart() {
        for (Map<String, String> known : List.of(
                Map.of("serial", "ZC1", "place", "serial ZC1"),
                Map.of("serial", "", "place", "/dev/sdb"),
                Map.of("serial", "", "place", "controller 0, enclosure 0:0:12:0, bay 3"))) {
            Map<String, Object> part = new HashMap<>(known);
            part.putAll(Map.of("component", "drive", "state", "FAILED"));
            seen.keep("dev1", Observation.latest("hardware", Map.of("parts", List.of(part))), NOW);

            Result result = perform(host(entry(1, IO, BOOT)));

            assertThat(result.findings())
                    .extracting(Finding::kind, Finding::part)
                    .containsExactly(tuple("drive-failed", known.get("place")));
            assertThat(result.findings().get(0).message()).contains("confidence", "hardware check failed");
            assertThat(result.checkedKinds()).contains("drive-failing").doesNotContain("drive-failed");
            assertThat(scan.summarise(Map.of("dev1", result))).containsEntry("failingDrives", 1);
        }
    }

    @Test
    void aBadCableIsNotCalledABadDrive() {
        Result result = perform(host(entry(1, "ata2.00: error: { ICRC ABRT }", BOOT)
                + entry(100, "ata2: hard resetting link", BOOT)
                + entry(200, "ata2.00: error: { ICRC ABRT }", BOOT)));

        assertThat(result.findings())
                .extracting(Finding::kind, Finding::part)
                .containsExactly(tuple("drive-link-errors", "enclosure 0:0:12:0, bay 3"));
    }

    @Test
    void oneDisturbanceOfALinkIsQuiet() {
        assertThat(perform(host(entry(1, "ata2: hard resetting link", BOOT))).findings())
                .isEmpty();
    }

    @Test
    void aNameOfAnEarlierBootNamesNoDriveOfNow() {
        Result result = perform(host(entry(1, "md/raid1:md0: Disk failure on sdb1, disabling device.", "ffff")));

        assertThat(result.findings()).extracting(Finding::part).containsExactly("sdb of an earlier boot");
    }

    @Test
    void aDriveBehindAControllerIsNamedByEnclosureAndBay() {
        Result result = perform(host(entry(
                1,
                "megaraid_sas 0000:02:00.0: 1 (1s/0x0001/FATAL) - State change on PD 05(e0x20/s5) from ONLINE(18) to"
                        + " FAILED(11)",
                BOOT)));

        assertThat(result.findings())
                .extracting(Finding::kind, Finding::part)
                .containsExactly(tuple("drive-failing", "enclosure 32, bay 5"));
    }

    @Test
    void aReplacedDriveIsForgotten() {
        perform(host(entry(1, MEDIUM, BOOT)));

        Result result = perform(host(
                "",
                Map.of(
                        "lsblk -dnP",
                        "NAME=\"sdc\" SERIAL=\"NEW\" MODEL=\"M\" HCTL=\"1:0:0:0\"\n",
                        "enclosure",
                        "/sys/class/enclosure/0:0:12:0/Slot 03/device/block/sdc\n")));

        assertThat(result.findings()).isEmpty();
        assertThat(result.checkedKinds()).contains("drive-suspect");
    }

    @Test
    void aDriveThatVanishedStaysUnderSuspicionUntilItsMemoryEnds() {
        perform(host(entry(1, MEDIUM, BOOT)));
        now = NOW.plus(Duration.ofDays(13));
        assertThat(perform(host("", Map.of("lsblk -dnP", ""))).findings()).hasSize(1);

        now = NOW.plus(Duration.ofDays(15));
        assertThat(perform(host("")).findings()).isEmpty();
    }

    @Test
    void aNameThatSomebodyMadeUpIsCutAndPrintable() {
        Result result = perform(
                host(entry(1, "critical medium error, dev sd" + "x".repeat(50_000) + ", sector 1 op 0x0:(READ)", BOOT)
                        + entry(2, "zed: eid=1 class=statechange pool='a' vdev=\\u0007sdy vdev_state=FAULTED", BOOT)));

        assertThat(result.findings())
                .extracting(Finding::part)
                .allSatisfy(part -> assertThat(part).hasSizeLessThan(110).matches("[ -~]+"))
                .hasSize(2);
        assertThat(result.findings())
                .allSatisfy(finding -> assertThat(finding.evidence()).hasSizeLessThan(4_000));
    }

    @Test
    void moreThanOneLookTakesIsLeftForTheNextOne() {
        String journal = entry(1, "x".repeat(1_000), BOOT).repeat(9_000);
        AtomicInteger parts = new AtomicInteger();
        ScriptedSession host = ScriptedSession.host()
                .on("command -v", "/usr/bin/journalctl\n")
                .on("journalctl", command -> {
                    int from = parts.getAndIncrement() * 900_000;
                    return Answer.of(command, 0, journal.substring(from, from + 900_000), "");
                });

        Result result = perform(host);

        assertThat(result.facts()).containsEntry("behind", true);
        assertThat(result.summary()).contains("more of the journal is left for the next look");
        assertThat(host.sent()).hasSize(9);
    }

    @Test
    void aJournalThatTheAccountMayNotReadIsAProblem() {
        ScriptedSession host = ScriptedSession.host()
                .on("command -v", "/usr/bin/journalctl\n")
                .on(
                        "journalctl",
                        command -> Answer.of(
                                command,
                                0,
                                "",
                                "Hint: You are currently not seeing messages from other users and the system.\n"));

        assertProblem(Problem.COMMAND_REJECTED, () -> perform(host))
                .hasMessageContaining("dev1", "not seeing messages");
    }

    @Test
    void aHostWithoutJournalAndFilesIsAProblem() {
        ScriptedSession host = ScriptedSession.host().on("command -v", 127, "").on("stat", 1, "");

        assertProblem(Problem.COMMAND_REJECTED, () -> perform(host)).hasMessageContaining("/var/log/kern.log");
    }

    @Test
    void aNetworkDeviceHasNoSuchLogs() {
        assertProblem(Problem.UNSUPPORTED, () -> ScriptedSession.networkDevice().perform(scan, inputs()))
                .hasMessageContaining("dev1");
    }

    @Test
    void theDiagramLearnsHowManyDrivesAreInTrouble() {
        Map<String, Object> variables = scan.summarise(Map.of("dev1", kept(perform(host(entry(1, MEDIUM, BOOT))))));

        assertThat(variables)
                .containsEntry("failingDrives", 0)
                .containsEntry("suspectDrives", 1)
                .containsEntry("badLinks", 0)
                .containsEntry("hostsBehind", 0);
        assertThat((List<?>) variables.get("driveTable")).hasSize(1);
    }

    private Result perform(ScriptedSession host) {
        Result result = host.perform(scan, inputs());
        result.observations().forEach(observation -> seen.keep("dev1", observation, now));
        return result;
    }

    private static ScanDriveLogsInputs inputs() {
        return Inputs.bind(ScanDriveLogsInputs.class, Map.of());
    }

    private static ScriptedSession host(String journal) {
        return host(journal, Map.of());
    }

    private static ScriptedSession host(String journal, Map<String, String> others) {
        Map<String, String> answers = new LinkedHashMap<>();
        answers.put("command -v", "/usr/bin/journalctl\n");
        answers.put("journalctl", journal);
        answers.put("boot_id", BOOT + "\n");
        answers.put("smartctl", "");
        answers.put("mdstat", "Personalities : [raid1]\nunused devices: <none>\n");
        answers.put(
                "lsblk -dnP",
                "NAME=\"sda\" SERIAL=\"ZC0\" MODEL=\"ST4000NM0035\" HCTL=\"0:0:0:0\"\n"
                        + "NAME=\"sdb\" SERIAL=\"ZC1\" MODEL=\"ST4000NM0035\" HCTL=\"1:0:0:0\"\n");
        answers.put(
                "/sys/block",
                "lrwxrwxrwx 1 root root 0 Nov 25 00:00 sdb ->"
                        + " ../devices/pci0000:00/0000:00:1f.2/ata2/host1/target1:0:0/1:0:0:0/block/sdb\n");
        answers.put("enclosure", "/sys/class/enclosure/0:0:12:0/Slot 03/device/block/sdb\n");
        answers.put("by-id", "");
        answers.putAll(others);
        ScriptedSession host = ScriptedSession.host();
        answers.forEach(host::on);
        return host;
    }

    /** @param number of the entry, and the minute of its time */
    private static String entry(int number, String message, String boot) {
        return "{\"__CURSOR\":\"s=1;i=" + number + "\",\"__REALTIME_TIMESTAMP\":\""
                + (1_795_000_000L + number) * 1_000_000 + "\",\"_BOOT_ID\":\"" + boot.replace("-", "")
                + "\",\"MESSAGE\":\"" + message + "\"}\n";
    }

    /** As the journal keeps it. */
    private static Result kept(Result result) {
        return Result.unchanged(result.summary()).with(result.facts());
    }
}
