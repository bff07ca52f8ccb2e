package dev.baton.delegates.hardware;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.action.Result;
import dev.baton.testing.SnmpBox;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What each box of the lab comes to, and that nothing is left when its faults are repaired. */
class LabBoxesTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("boxes")
    void theFaultyPartsAreFoundAndNoOthers(String name, String[] expected, String[] repaired) {
        Result result = Boxes.read(SnmpBox.lab(name));

        assertThat(Boxes.findings(result)).containsExactlyInAnyOrder(expected);
        assertThat(result.facts()).containsEntry("faulty", true);
        assertThat(result.findings()).allSatisfy(finding -> {
            assertThat(finding.evidence()).isNotBlank();
            assertThat(result.checkedKinds()).contains(finding.kind());
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("boxes")
    void aRepairedBoxIsHealthy(String name, String[] expected, String[] repaired) {
        SnmpBox box = SnmpBox.lab(name);
        Stream.of(repaired).forEach(box::put);

        Result result = Boxes.read(box);

        assertThat(Boxes.findings(result)).isEmpty();
        assertThat(result.summary()).startsWith("healthy: ");
        assertThat(result.facts()).containsEntry("faulty", false);
    }

    static Stream<Arguments> boxes() {
        String drive = "1.3.6.1.4.1.674.10892.5.5.1.20.130.4.1";
        return Stream.of(
                box(
                        "idrac",
                        found(
                                "drive-failed | RAID.Integrated.1-1, enclosure Internal.0-1, bay 2 | CRITICAL",
                                "array-degraded | Virtual Disk 0 | CRITICAL"),
                        drive + ".4.3 i 3",
                        "1.3.6.1.4.1.674.10892.5.5.1.20.140.1.1.4.1 i 2",
                        "1.3.6.1.4.1.674.10892.5.2.1.0 i 3",
                        "1.3.6.1.4.1.674.10892.5.2.3.0 i 3"),
                box(
                        "storage",
                        found(
                                "drive-failing | connector 0, enclosure 1, bay 3 | WARNING",
                                "controller-degraded | PERC H740P Mini (number 1) | WARNING"),
                        "1.3.6.1.4.1.674.10893.1.20.130.4.1.4.4 i 3",
                        "1.3.6.1.4.1.674.10893.1.20.130.4.1.24.4 i 3",
                        "1.3.6.1.4.1.674.10893.1.20.130.4.1.31.4 i 1",
                        "1.3.6.1.4.1.674.10893.1.20.130.1.1.5.1 i 1",
                        "1.3.6.1.4.1.674.10893.1.20.110.13.0 i 3"),
                box(
                        "ilo",
                        found(
                                "array-rebuilding | controller 0, logical drive 1 | WARNING",
                                "battery-failed | cache of controller 0 | WARNING",
                                "fan-failed | fan 2 of chassis 0 | WARNING"),
                        "1.3.6.1.4.1.232.3.2.2.2.1.2.0 i 3",
                        "1.3.6.1.4.1.232.3.2.2.2.1.6.0 i 2",
                        "1.3.6.1.4.1.232.3.2.3.1.1.4.0.1 i 2",
                        "1.3.6.1.4.1.232.3.2.3.1.1.11.0.1 i 2",
                        "1.3.6.1.4.1.232.3.1.3.0 i 2",
                        "1.3.6.1.4.1.232.6.1.3.0 i 2",
                        "1.3.6.1.4.1.232.6.2.6.4.0 i 2",
                        "1.3.6.1.4.1.232.6.2.6.7.1.9.0.2 i 2"),
                box(
                        "megaraid",
                        found(
                                "drive-failing | enclosure 252, slot 1 | WARNING",
                                "hardware-state-unknown | drive enclosure 252, slot 2 | WARNING",
                                "drive-foreign | enclosure 252, slot 3 | WARNING"),
                        "1.3.6.1.4.1.3582.4.1.4.1.2.1.23.0 i 0",
                        "1.3.6.1.4.1.3582.4.1.4.2.1.2.1.9.1 i 0",
                        "1.3.6.1.4.1.3582.4.1.4.2.1.2.1.10.2 i 24",
                        "1.3.6.1.4.1.3582.4.1.4.2.1.2.1.33.3 i 0"),
                box(
                        "synology",
                        found(
                                "drive-failed | Disk 2 | CRITICAL",
                                "drive-failing | Disk 3 | WARNING",
                                "array-degraded | Volume 1 | CRITICAL",
                                "fan-failed | system fan | WARNING"),
                        "1.3.6.1.4.1.6574.1.4.1.0 i 1",
                        "1.3.6.1.4.1.6574.2.1.1.5.1 i 1",
                        "1.3.6.1.4.1.6574.2.1.1.13.2 i 1",
                        "1.3.6.1.4.1.6574.3.1.1.3.0 i 1"),
                box(
                        "qnap",
                        found(
                                "drive-failing | enclosure 0, bay 2 | WARNING",
                                "array-degraded | RAID group 1 | CRITICAL",
                                "power-supply-failed | power supply 2 of enclosure 0 | WARNING"),
                        "1.3.6.1.4.1.24681.1.4.1.1.1.1.3.2.1.4.2 i 0",
                        "1.3.6.1.4.1.24681.1.4.1.1.1.1.5.2.1.4.2 s Good",
                        "1.3.6.1.4.1.24681.1.4.1.1.1.1.5.2.1.5.2 i 0",
                        "1.3.6.1.4.1.24681.1.4.1.1.1.2.1.2.1.5.1 s Ready"),
                box(
                        "netapp",
                        found(
                                "drive-failing | shelf 1, bay 4 (0a.01.4) | WARNING",
                                "power-supply-failed | power supplies of shelf 0a.shelf1 | WARNING",
                                "temperature-high | temperature shelf 0a.shelf1 | WARNING"),
                        "1.3.6.1.4.1.789.1.2.2.4.0 i 3",
                        "1.3.6.1.4.1.789.1.6.2.1.3.1.1.2 i 1",
                        "1.3.6.1.4.1.789.1.21.1.2.1.15.1 s",
                        "1.3.6.1.4.1.789.1.21.1.2.1.22.1 s"),
                box(
                        "adaptec",
                        found("drive-failing | enclosure 0, slot 1 | WARNING", "array-degraded | array 1 | CRITICAL"),
                        "1.3.6.1.4.1.795.14.1.100.5.0 i 3",
                        "1.3.6.1.4.1.795.14.1.410.1.1.8.1.1 i 4",
                        "1.3.6.1.4.1.795.14.1.1000.1.1.11.1 i 3",
                        "1.3.6.1.4.1.795.14.1.1000.1.1.12.1 i 3"),
                box(
                        "cisco-sensors",
                        found(
                                "power-supply-failed | Sw1, PS2 | WARNING",
                                "temperature-high | temperature Switch 1 - Inlet Temp Sensor | CRITICAL"),
                        "1.3.6.1.4.1.9.9.13.1.5.1.3.1004 i 1",
                        "1.3.6.1.4.1.9.9.91.1.1.1.1.4.1010 i 31"),
                box("juniper", found("fan-failed | Fan Tray 1 | WARNING"), "1.3.6.1.4.1.2636.3.1.13.1.6.4.2.0.0 i 2"),
                box(
                        "entity-state",
                        found("power-supply-failed | PowerSupply2 | WARNING"),
                        "1.3.6.1.2.1.131.1.1.1.5.12 x 00"),
                box("mdadm", found("array-degraded | md0 | CRITICAL"), "1.3.6.1.4.1.8072.1.3.2.3.1.4.3.109.100.48 i 0"),
                box(
                        "ups",
                        found("power-supply-degraded | UPS output | WARNING", "battery-failed | UPS battery | WARNING"),
                        "1.3.6.1.2.1.33.1.4.1.0 i 3",
                        "1.3.6.1.4.1.318.1.1.1.2.2.4.0 i 1"));
    }

    private static Arguments box(String name, String[] expected, String... repaired) {
        return Arguments.of(name, expected, repaired);
    }

    private static String[] found(String... findings) {
        return findings;
    }
}
