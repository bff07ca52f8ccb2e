package dev.baton.delegates.hardware;

import static dev.baton.testing.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.action.Problem;
import dev.baton.action.Result;
import dev.baton.testing.ScriptedSession;
import dev.baton.testing.SnmpBox;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Drives and arrays of Linux hosts; the JSON has the shape of smartmontools 7.3, shortened, with made-up serials. */
class HostHardwareTest {

    private static final String ARRAY = """
            Personalities : [raid1] [raid6] [raid5] [raid4]
            md0 : active raid1 sdb1[1] sda1[0]
                  976630464 blocks super 1.2 [2/2] [UU]
                  bitmap: 0/8 pages [0KB], 65536KB chunk

            unused devices: <none>
            """;

    private final Boxes runs = new Boxes();

    @Test
    void soundDrivesAndArraysAreHealthy() {
        Result result = runs.readHost(0, ata("sda", "ATA1", true, 0, 0) + nvme(0, 100, 3) + sas(0), ARRAY);

        assertThat(result.findings()).isEmpty();
        assertThat(result.summary()).isEqualTo("healthy: 3 drives OK; 1 array OK");
    }

    @Test
    void aDriveThatFailsItsSelfAssessmentIsFailingUnderItsSerial() {
        Result result = runs.readHost(0, ata("sda", "ATA1", false, 8, 0), "");

        assertThat(Boxes.findings(result)).containsExactly("drive-failing | serial ATA1 | WARNING");
        assertThat(result.findings().get(0).evidence()).contains("/dev/sda", "self-assessment is failed");
    }

    @Test
    void aPrefailAttributeBelowItsThresholdIsAFailingDriveAndAnOldErrorLogIsNot() {
        assertThat(Boxes.findings(runs.readHost(0, ata("sda", "ATA1", true, 16, 0), "")))
                .containsExactly("drive-failing | serial ATA1 | WARNING");
        assertThat(new Boxes()
                        .readHost(0, ata("sda", "ATA1", true, 64 + 32 + 4, 0), "")
                        .findings())
                .isEmpty();
    }

    @Test
    void pendingSectorsThatStayAreAFailingDrive() {
        assertThat(runs.readHost(0, ata("sda", "ATA1", true, 0, 8), "").findings())
                .isEmpty();

        runs.passes(Duration.ofHours(1));
        Result again = runs.readHost(0, ata("sda", "ATA1", true, 0, 8), "");

        assertThat(Boxes.only(again).evidence()).contains("8 sectors cannot be read, as before");
    }

    @Test
    void tenMoreDefectsWithinAWeekAreAFailingDriveAndOverMonthsTheyAreNot() {
        runs.readHost(0, sas(5), "");
        runs.passes(Duration.ofDays(6));
        assertThat(Boxes.only(runs.readHost(0, sas(15), "")).kind()).isEqualTo("drive-failing");

        Boxes slow = new Boxes();
        for (int defects = 0; defects <= 40; defects += 8) {
            assertThat(slow.readHost(0, sas(defects), "").findings()).isEmpty();
            slow.passes(Duration.ofDays(8));
        }
    }

    @Test
    void nvmeWarningsTellOneFromTheOther() {
        assertThat(Boxes.findings(new Boxes().readHost(0, nvme(8, 100, 3), "")))
                .containsExactly("drive-failed | serial NVME1 | CRITICAL");
        assertThat(Boxes.findings(new Boxes().readHost(0, nvme(2, 100, 3), "")))
                .containsExactly("temperature-high | drive serial NVME1 | WARNING");
        assertThat(Boxes.findings(new Boxes().readHost(0, nvme(0, 4, 3), "")))
                .containsExactly("drive-failing | serial NVME1 | WARNING");
        assertThat(Boxes.findings(new Boxes().readHost(0, nvme(0, 100, 95), "")))
                .containsExactly("drive-worn | serial NVME1 | INFO");
        assertThat(Boxes.findings(new Boxes().readHost(0, nvme(64, 100, 3), "")))
                .containsExactly("hardware-state-unknown | drive serial NVME1 | WARNING");
    }

    @Test
    void aDriveThatCannotBeOpenedIsUnknownAndAControllersVolumeIsNoDrive() {
        String scan = """
                # /dev/sda -d scsi # /dev/sda, SCSI device open failed: DELL or MegaRaid controller, please try adding '-d megaraid,N'
                # /dev/sdb -d sat # /dev/sdb, ATA device open failed: Input/output error
                """;

        assertThat(Boxes.findings(runs.readHost(0, scan, "")))
                .containsExactly("hardware-state-unknown | drive /dev/sdb | WARNING");
    }

    @Test
    void aVirtualDriveWithoutSmartIsNoFault() {
        String virtual = "{\"smartctl\":{\"exit_status\":4},\"device\":{\"name\":\"/dev/sda\",\"type\":\"scsi\"},"
                + "\"smart_support\":{\"available\":false}}\n";

        assertThat(runs.readHost(0, virtual, "").summary()).isEqualTo(Wording.NOT_VISIBLE);
    }

    @Test
    void arraysTellDegradedRebuildingAndInactiveApart() {
        String arrays = """
                Personalities : [raid1] [raid6]
                md0 : active raid1 sdb1[1](F) sda1[0]
                      976630464 blocks super 1.2 [2/1] [U_]

                md1 : active raid5 sdd1[4] sdc1[1] sde1[0]
                      1953260544 blocks super 1.2 level 5, 512k chunk, algorithm 2 [3/2] [UU_]
                      [==>..................]  recovery = 12.6% (123456/976630272) finish=127.5min speed=33440K/sec

                md2 : inactive sdf1[0](S)
                      976630464 blocks super 1.2

                md3 : active raid0 sdg1[0] sdh1[1]
                      1953260544 blocks super 1.2 512k chunks

                md4 : active raid1 sdj1[1] sdi1[0]
                      976630464 blocks super 1.2 [2/2] [UU]
                      [>....................]  check =  3.0% (29299/976630464) finish=1.2min speed=29299K/sec

                unused devices: <none>
                """;

        assertThat(Boxes.findings(runs.readHost(0, ata("sdb", "ATA2", true, 0, 0), arrays)))
                .containsExactlyInAnyOrder(
                        "array-degraded | md0 | WARNING",
                        "drive-failed | serial ATA2 | WARNING",
                        "array-degraded | md1 | WARNING",
                        "array-failed | md2 | CRITICAL");
        assertThat(runs.readHost(0, ata("sdb", "ATA2", true, 0, 0), arrays).findings())
                .anySatisfy(finding -> assertThat(finding.evidence()).contains("sdb1[1](F)"));
    }

    @Test
    void theExitStatusOfMdadmCountsBesideTheFile() {
        String detail = ARRAY + """
                == md0
                /dev/md0:
                        Raid Level : raid1
                             State : clean, degraded, recovering
                    Number   Major   Minor   RaidDevice State
                       0       8        1        0      active sync   /dev/sda1
                       1       8       17        -      faulty   /dev/sdb1
                == ended with 1
                """;

        assertThat(Boxes.findings(runs.readHost(127, "", detail)))
                .containsExactlyInAnyOrder("array-degraded | md0 | WARNING", "drive-failed | sdb1 of md0 | WARNING");
    }

    @Test
    void aRefusalOfSudoIsASilentSourceAndSettlesNothing() {
        String refused = ARRAY + "== md0\nsudo: a password is required\n== ended with 1\n";

        Result result = runs.readHost(1, "sudo: a password is required\n", refused);

        assertThat(Boxes.findings(result))
                .containsExactlyInAnyOrder(
                        "hardware-source-silent | smartctl | WARNING", "hardware-source-silent | mdadm | WARNING");
        assertThat(result.checkedKinds())
                .doesNotContain("drive-failing", "array-degraded")
                .contains("fan-failed");
    }

    @Test
    void aHostThatAnswersOverOneWayOnlyTellsWhatItKnowsAndThatTheOtherIsSilent() {
        Result result = runs.readBoth(
                command -> {
                    throw Problem.TIMEOUT.because("dev1: no answer");
                },
                0,
                ata("sda", "ATA1", false, 8, 0),
                "");

        assertThat(Boxes.findings(result))
                .containsExactlyInAnyOrder(
                        "drive-failing | serial ATA1 | WARNING", "hardware-source-silent | SNMP | WARNING");
        assertThat(result.checkedKinds())
                .containsExactlyInAnyOrder("hardware-source-silent", "hardware-not-readable", "hardware-not-visible");
    }

    @Test
    void aHostThatAnswersOverNoWayFails() {
        assertProblem(
                Problem.UNREACHABLE,
                () -> runs.kept(ScriptedSession.hostAsRoot().on("", Problem.UNREACHABLE), Boxes.inputs(false)));
    }

    @Test
    void oneDriveThatTwoSourcesTellIsOneFindingAtItsSlot() {
        SnmpBox agent = SnmpBox.of(
                "1.3.6.1.4.1.3582.4.1.4.2.1.2.1.10.0 i 24",
                "1.3.6.1.4.1.3582.4.1.4.2.1.2.1.18.0 i 32",
                "1.3.6.1.4.1.3582.4.1.4.2.1.2.1.20.0 i 5",
                "1.3.6.1.4.1.3582.4.1.4.2.1.2.1.37.0 s ATA1");

        Result result = runs.readBoth(agent, 0, ata("bus/0", "ATA1", false, 8, 0), "");

        assertThat(Boxes.findings(result)).containsExactly("drive-failing | enclosure 32, slot 5 | WARNING");
    }

    private static String ata(String device, String serial, boolean passed, int exitStatus, int pending) {
        return """
                {"smartctl":{"exit_status":%d},"device":{"name":"/dev/%s","type":"sat"},"model_name":"ST4000NM0035",\
                "serial_number":"%s","smart_status":{"passed":%s},"ata_smart_attributes":{"table":[\
                {"id":5,"name":"Reallocated_Sector_Ct","when_failed":"","raw":{"value":0}},\
                {"id":197,"name":"Current_Pending_Sector","when_failed":"","raw":{"value":%d}}]}}
                """.formatted(exitStatus, device, serial, passed, pending);
    }

    private static String nvme(int warning, int spare, int used) {
        return """
                {"smartctl":{"exit_status":0},"device":{"name":"/dev/nvme0","type":"nvme"},"model_name":"SSDPE2KX010T8",\
                "serial_number":"NVME1","smart_status":{"passed":true},"nvme_smart_health_information_log":{\
                "critical_warning":%d,"available_spare":%d,"available_spare_threshold":10,"percentage_used":%d}}
                """.formatted(warning, spare, used);
    }

    private static String sas(int defects) {
        return """
                {"smartctl":{"exit_status":0},"device":{"name":"/dev/sdc","type":"scsi"},"scsi_model_name":"ST1200MM0099",\
                "serial_number":"SAS1","smart_status":{"passed":true},"scsi_grown_defect_list":%d,\
                "scsi_error_counter_log":{"read":{"total_uncorrected_errors":0}}}
                """.formatted(defects);
    }
}
