package dev.baton.delegates.hardware;

import static dev.baton.testing.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.baton.action.Answer;
import dev.baton.action.Channel;
import dev.baton.action.Command;
import dev.baton.action.Finding;
import dev.baton.action.Problem;
import dev.baton.action.Result;
import dev.baton.action.Severity;
import dev.baton.testing.ScriptedDialect;
import dev.baton.testing.ScriptedSession;
import dev.baton.testing.SnmpBox;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ReadHardwareTest {

    private static final String IDRAC_DRIVES = "1.3.6.1.4.1.674.10892.5.5.1.20.130.4.1";
    private static final String IDRAC_STATE = IDRAC_DRIVES + ".4.3";
    private static final String ADAPTER = "1.3.6.1.4.1.3582.4.1.4.1.2.1";

    private final Boxes runs = new Boxes();

    @Test
    void aFindingNamesControllerEnclosureBayAndSerial() {
        Finding failed = Boxes.read(SnmpBox.lab("idrac")).findings().stream()
                .filter(finding -> finding.kind().equals("drive-failed"))
                .findFirst()
                .orElseThrow();

        assertThat(failed.message())
                .isEqualTo(
                        "Drive \"RAID.Integrated.1-1, enclosure Internal.0-1, bay 2\" (serial IDRACLAB3) has failed.");
        assertThat(failed.evidence()).contains("Dell iDRAC", "physicalDiskState is failed (7)");
    }

    @Test
    void aSecondLookTellsSinceWhenAPartIsFaultyAndAWeekOfPredictionsIsCritical() {
        SnmpBox box = SnmpBox.lab("netapp").without("1.3.6.1.4.1.789.1.21");
        assertThat(Boxes.only(runs.readAgain(box)).severity()).isEqualTo(Severity.WARNING);

        runs.passes(Duration.ofDays(8));
        Finding later = Boxes.only(runs.readAgain(box));

        assertThat(later.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(later.message()).endsWith("is about to fail, since 2026-11-25.");
    }

    @Test
    void aPartThatWasThereIsMissedUntilSomebodyAcceptsThatItIsGone() {
        SnmpBox box = repaired();
        runs.readAgain(box);
        box.without(IDRAC_STATE);
        for (int column = 1; column < 60; column++) {
            box.without(IDRAC_DRIVES + "." + column + ".3");
        }

        assertThat(Boxes.only(runs.readAgain(box)).kind()).isEqualTo("drive-missing");
        assertThat(Boxes.only(runs.readAgain(box)).message()).contains("bay 2", "IDRACLAB3", "is missing");
        assertThat(runs.readAccepting(box).findings()).isEmpty();
        assertThat(runs.readAgain(box).findings()).isEmpty();
    }

    @Test
    void anotherDriveInTheSameBayIsNoMissingDrive() {
        SnmpBox box = repaired();
        runs.readAgain(box);

        assertThat(runs.readAgain(box.put(IDRAC_DRIVES + ".7.3 s IDRACNEW")).findings())
                .isEmpty();
    }

    @Test
    void aSourceThatIsNotThereAnyMoreIsAFindingAndSettlesNothingOfWhatItTold() {
        runs.readAgain(repaired());

        Result result = runs.readAgain(SnmpBox.of("1.3.6.1.2.1.1.1.0 s something else"));

        assertThat(Boxes.findings(result)).containsExactly("hardware-source-silent | Dell iDRAC | WARNING");
        assertThat(result.checkedKinds())
                .contains("hardware-source-silent")
                .doesNotContain("drive-failed", "array-degraded", "hardware-state-unknown", "temperature-high");
        assertThat(runs.readAgain(repaired()).findings()).isEmpty();
    }

    @Test
    void aSubtreeThatTheAgentRefusesLeavesItsKindsUnsettledAndTheOthersTold() {
        SnmpBox both = SnmpBox.lab("ilo");
        Function<Command, Answer> agent = command -> {
            if (command.channel() == Channel.SNMP_WALK && command.text().startsWith("1.3.6.1.4.1.232.6.2.6.7")) {
                throw Problem.COMMAND_REJECTED.because("genErr");
            }
            return both.apply(command);
        };

        Result result = Boxes.read(agent);

        assertThat(Boxes.findings(result))
                .contains(
                        "hardware-source-silent | HPE server health | WARNING",
                        "array-rebuilding | controller 0, logical drive 1 | WARNING");
        assertThat(result.checkedKinds()).contains("drive-failed").doesNotContain("fan-failed", "battery-failed");
    }

    @Test
    void anAgentThatAnswersOneQuestionAtATimeIsReadToo() {
        SnmpBox box = SnmpBox.lab("juniper");
        Function<Command, Answer> agent = command -> {
            if (command.channel() == Channel.SNMP_GET_NEXT && command.text().contains(" ")) {
                throw Problem.ANSWER_INCOMPLETE.because("the agent answered with other variables");
            }
            return box.apply(command);
        };

        assertThat(Boxes.findings(Boxes.read(agent))).containsExactly("fan-failed | Fan Tray 1 | WARNING");
    }

    @Test
    void aDeviceThatDoesNotAnswerFailsAndTellsNothing() {
        Function<Command, Answer> silent = command -> {
            throw Problem.UNREACHABLE.because("no answer");
        };

        assertProblem(Problem.UNREACHABLE, () -> Boxes.read(silent));
    }

    @Test
    void aDeviceWithoutAnyKnownHardwareIsHonestAboutIt() {
        Result result = Boxes.read(SnmpBox.of("1.3.6.1.2.1.1.1.0 s a virtual thing"));

        assertThat(result.summary()).isEqualTo(Wording.NOT_VISIBLE);
        assertThat(Boxes.findings(result)).containsExactly("hardware-not-visible | null | INFO");
        assertThat(result.facts()).containsEntry("faulty", false).containsEntry("visible", false);
        assertThat(new Boxes().delegate().summarise(Map.of("vm1", result)))
                .contains(entry("faultyCount", 0), entry("notVisibleCount", 1))
                .hasEntrySatisfying(
                        "hardwareTable", table -> assertThat(table.toString()).contains("healthy=false"));
    }

    @Test
    void anAdaptersCountsStandInForVirtualDrivesThatAreNotTold() {
        SnmpBox box = SnmpBox.of(
                ADAPTER + ".19.0 i 1",
                ADAPTER + ".20.0 i 0",
                ADAPTER + ".24.0 i 1",
                "1.3.6.1.4.1.3582.4.1.4.2.1.2.1.10.0 i 24",
                "1.3.6.1.4.1.3582.4.1.4.2.1.2.1.10.1 i 17");

        assertThat(Boxes.findings(Boxes.read(box)))
                .containsExactlyInAnyOrder(
                        "drive-failed | drive 1 | CRITICAL", "array-degraded | virtual drives of adapter 0 | CRITICAL");
    }

    @Test
    void wordsThatChangeWithTheStateAreNoOtherPart() {
        String shelf = "1.3.6.1.4.1.789.1.21";
        String drives = "1.3.6.1.4.1.789.1.6.4";
        SnmpBox box = SnmpBox.lab("netapp").without(shelf).put("1.3.6.1.4.1.789.1.6.2.1.3.1.1.2 i 1");
        runs.readAgain(box.put("1.3.6.1.4.1.789.1.2.2.4.0 i 3"));

        Result failed =
                runs.readAgain(box.put(drives + ".7.0 i 1").put(drives + ".10.0 s There is 1 failed disk: 0a.01.9."));

        assertThat(Boxes.findings(failed)).containsExactly("drive-failed | failed drives | WARNING");
        assertThat(Boxes.only(failed).evidence()).contains("0a.01.9");
    }

    @Test
    void aPowerSupplyThatTheDeviceMissesIsMissingAndAnEmptyBayIsNot() {
        SnmpBox box = repaired().put("1.3.6.1.4.1.674.10892.5.4.600.12.1.5.1.2 i 5");

        assertThat(Boxes.findings(Boxes.read(box))).containsExactly("power-supply-missing | PS2 Status | WARNING");
        assertThat(Boxes.read(repaired()).findings()).isEmpty();
    }

    @Test
    void aWornSolidStateDriveLeavesTheDeviceHealthy() {
        Result result = Boxes.read(repaired().put(IDRAC_DRIVES + ".49.4 i 9"));

        assertThat(Boxes.only(result).kind()).isEqualTo("drive-worn");
        assertThat(result.facts()).containsEntry("faulty", false);
    }

    @Test
    void aRollupTellsOfAFaultThatNoPartTells() {
        assertThat(Boxes.findings(Boxes.read(repaired().put("1.3.6.1.4.1.674.10892.5.2.1.0 i 5"))))
                .containsExactly("hardware-failed | system | CRITICAL");
    }

    @Test
    void textsFilledUpWithNulsAreReadAsTexts() {
        SnmpBox box = SnmpBox.lab("megaraid").put("1.3.6.1.4.1.3582.4.1.4.2.1.2.1.37.1 x 4c 53 49 58 00 00 00");

        assertThat(Boxes.read(box).findings())
                .anySatisfy(finding -> assertThat(finding.message()).contains("serial LSIX)"));
    }

    @Test
    void theSummaryAnswersHowTheRaidIsDoing() {
        Result degraded = Boxes.read(SnmpBox.lab("synology"));

        assertThat(degraded.summary())
                .isEqualTo(
                        "3 drives, faulty: Disk 2 failed, Disk 3 predicted-failure; 1 array, faulty: Volume 1 degraded;"
                                + " 2 fans, faulty: system fan failed; 1 power supply OK; 1 subsystem OK");
        Map<String, Object> summary =
                runs.delegate().summarise(Map.of("nas1", degraded, "nas2", Boxes.read(repaired())));
        assertThat(summary).containsEntry("faultyCount", 1).containsEntry("faultyDevices", "nas1");
        assertThat((List<?>) summary.get("hardwareTable"))
                .hasSize(2)
                .first()
                .asString()
                .contains("Disk 2 failed");
    }

    @Test
    void onlyPresentSubtreesAreWalked() {
        ScriptedSession session = ScriptedSession.of(ScriptedDialect.SWITCH).on("", SnmpBox.lab("juniper"));

        runs.kept(session, Boxes.inputs(false));

        assertThat(session.sent()).hasSizeLessThan(20);
        assertThat(session.commands(runs.delegate(), Boxes.inputs(false)).stream()
                        .map(Command::text)
                        .mapToInt(String::length)
                        .sum())
                .isLessThan(20_000);
    }

    private static SnmpBox repaired() {
        return SnmpBox.lab("idrac")
                .put(IDRAC_STATE + " i 3")
                .put("1.3.6.1.4.1.674.10892.5.5.1.20.140.1.1.4.1 i 2")
                .put("1.3.6.1.4.1.674.10892.5.2.1.0 i 3")
                .put("1.3.6.1.4.1.674.10892.5.2.3.0 i 3");
    }
}
