package dev.baton.delegates.hardware;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.testing.SnmpBox;
import org.junit.jupiter.api.Test;

/** Lessons of network devices, storage arrays and servers as their agents really fill their tables. */
class SwitchBoxesTest {

    private static final String ENTITY = "1.3.6.1.2.1.47.1.1.1.1";

    @Test
    void sensorsOfProCurveAreOfTheKindThatTheirObjectIdentifierSays() {
        String sensor = "1.3.6.1.4.1.11.2.14.11.1.2.6.1.";
        String kind = "1.3.6.1.4.1.11.2.3.7.8.3.";
        SnmpBox box = SnmpBox.of(
                sensor + "2.1 o " + kind + "2",
                sensor + "4.1 i 4",
                sensor + "7.1 s Fan Sensor",
                sensor + "2.2 o " + kind + "1",
                sensor + "4.2 i 2",
                sensor + "7.2 s Power Supply Sensor",
                sensor + "2.3 o " + kind + "1",
                sensor + "4.3 i 5",
                sensor + "7.3 s Power Supply Sensor",
                sensor + "2.4 o " + kind + "3",
                sensor + "4.4 i 3",
                sensor + "7.4 s Over-temperature Sensor");

        assertThat(Boxes.findings(Boxes.read(box)))
                .containsExactlyInAnyOrder(
                        "power-supply-failed | Power Supply Sensor (2) | WARNING",
                        "temperature-high | temperature Over-temperature Sensor (4) | WARNING");
    }

    @Test
    void statesInWordsOfArubaCx() {
        String supply = "1.3.6.1.4.1.47196.4.1.1.3.11.2.1.1.";
        String fan = "1.3.6.1.4.1.47196.4.1.1.3.11.5.1.1.";
        String sensor = "1.3.6.1.4.1.47196.4.1.1.3.11.3.1.1.";
        String module = "1.3.6.1.4.1.47196.4.1.1.3.11.6.1.1.";
        SnmpBox box = SnmpBox.of(
                supply + "3.1.1 s 1/1",
                supply + "4.1.1 s ok",
                supply + "3.1.2 s 1/2",
                supply + "4.1.2 s fault_input",
                supply + "3.1.3 s 1/3",
                supply + "4.1.3 s absent",
                fan + "4.1.1.1 s 1/1/1",
                fan + "5.1.1.1 s fault",
                sensor + "5.1.3.1.1 s 1/1-PHY-01",
                sensor + "6.1.3.1.1 s normal",
                module + "6.1.1.1 s Ready",
                module + "6.1.1.2 s Empty",
                module + "6.1.1.3 s Down");

        assertThat(Boxes.findings(Boxes.read(box)))
                .containsExactlyInAnyOrder(
                        "power-supply-failed | 1/2 | WARNING",
                        "fan-failed | 1/1/1 | WARNING",
                        "module-failed | slot 1.1.3 | CRITICAL");
    }

    @Test
    void whatOneTableOfComwareTellsIsSortedByTheClassOfTheEntity() {
        String error = "1.3.6.1.4.1.25506.2.6.1.1.1.1.19.";
        SnmpBox box = SnmpBox.of(
                error + "2 i 2",
                ENTITY + ".5.2 i 9",
                ENTITY + ".7.2 s Board",
                error + "10 i 51",
                ENTITY + ".5.10 i 6",
                ENTITY + ".7.10 s Power Supply Unit 1",
                error + "11 i 4",
                ENTITY + ".5.11 i 6",
                ENTITY + ".7.11 s Power Supply Unit 2",
                error + "20 i 41",
                ENTITY + ".5.20 i 7",
                ENTITY + ".7.20 s Fan Unit 1",
                error + "30 i 31",
                ENTITY + ".5.30 i 10",
                ENTITY + ".7.30 s Ten-GigabitEthernet1/0/1");

        assertThat(Boxes.findings(Boxes.read(box)))
                .containsExactlyInAnyOrder(
                        "power-supply-failed | Power Supply Unit 1 | WARNING", "fan-failed | Fan Unit 1 | WARNING");
    }

    @Test
    void anEmptyBayOfHuaweiIsNoFault() {
        String supply = "1.3.6.1.4.1.2011.5.25.31.1.1.18.1.";
        SnmpBox box =
                SnmpBox.of(supply + "5.0.1 i 1", supply + "6.0.1 i 1", supply + "5.0.2 i 2", supply + "6.0.2 i 2");

        assertThat(Boxes.read(box).summary()).isEqualTo("healthy: 1 power supply OK");
        assertThat(Boxes.findings(Boxes.read(box.put(supply + "5.0.2 i 1"))))
                .containsExactly("power-supply-failed | slot 0, power supply 2 | WARNING");
    }

    @Test
    void aStackOfIronWareIsNotCountedTwice() {
        String fans = "1.3.6.1.4.1.1991.1.1.1.3.";
        SnmpBox box =
                SnmpBox.of(fans + "1.1.3.1 i 2", fans + "1.1.3.2 i 3", fans + "2.1.4.1.1 i 2", fans + "2.1.4.1.2 i 3");

        assertThat(Boxes.findings(Boxes.read(box))).containsExactly("fan-failed | unit 1, fan 2 | WARNING");
    }

    @Test
    void sensorsOfFortiGateAreOfTheKindThatTheirNameSays() {
        String sensor = "1.3.6.1.4.1.12356.101.4.3.2.1.";
        SnmpBox box = SnmpBox.of(
                sensor + "2.1 s Fan 1",
                sensor + "4.1 i 1",
                sensor + "2.2 s PS2 Status",
                sensor + "4.2 i 1",
                sensor + "2.3 s PS1 Temp",
                sensor + "4.3 i 1",
                sensor + "2.4 s +12V",
                sensor + "4.4 i 1",
                sensor + "2.5 s +3.3VSB",
                sensor + "4.5 i 0");

        assertThat(Boxes.findings(Boxes.read(box)))
                .containsExactlyInAnyOrder(
                        "fan-failed | Fan 1 | WARNING",
                        "power-supply-failed | PS2 Status | WARNING",
                        "temperature-high | temperature PS1 Temp | CRITICAL",
                        "module-degraded | sensor +12V | WARNING");
    }

    @Test
    void aStackMemberOfCiscoThatIsGoneIsMissedAndOneThatIsOnlyConfiguredIsNot() {
        String member = "1.3.6.1.4.1.9.9.500.1.2.1.1.";
        SnmpBox box = SnmpBox.of(
                member + "1.1000 i 1",
                member + "6.1000 i 4",
                member + "1.2000 i 2",
                member + "6.2000 i 11",
                member + "1.3000 i 3",
                member + "6.3000 i 9");

        assertThat(Boxes.findings(Boxes.read(box))).containsExactly("module-missing | stack member 2 | CRITICAL");
    }

    @Test
    void sensorsOfBrocadeThatAreAbsentAreNoFault() {
        String sensor = "1.3.6.1.4.1.1588.2.1.1.1.1.22.1.";
        SnmpBox box = SnmpBox.of(
                sensor + "2.1 i 1",
                sensor + "3.1 i 4",
                sensor + "5.1 s SLOT #0: TEMP #1",
                sensor + "2.2 i 2",
                sensor + "3.2 i 3",
                sensor + "5.2 s FAN #1",
                sensor + "2.3 i 3",
                sensor + "3.3 i 6",
                sensor + "5.3 s Power Supply #2");

        assertThat(Boxes.findings(Boxes.read(box))).containsExactly("fan-degraded | FAN #1 | WARNING");
    }

    @Test
    void anEnclosureInTheTableOfAdaptecIsNoDriveAndAReconstructionIsSaid() {
        String device = "1.3.6.1.4.1.795.14.1.400.1.1.";
        String array = "1.3.6.1.4.1.795.14.1.1000.1.1.";
        SnmpBox box = SnmpBox.of(
                device + "5.1 i 2",
                device + "11.1 i 3",
                device + "12.1 s Enclosure 0, Slot 0",
                device + "5.9 i 5",
                device + "11.9 i 1",
                device + "12.9 s Enclosure 0",
                array + "6.1 i 4",
                array + "11.1 i 4",
                array + "12.1 i 6");

        assertThat(Boxes.findings(Boxes.read(box))).containsExactly("array-degraded | array 1 | WARNING");
    }

    @Test
    void aPoolOfTrueNasTellsItsHealthInWords() {
        String pool = "1.3.6.1.4.1.50536.1.1.1.1.";
        SnmpBox box = SnmpBox.of(
                pool + "2.1 s boot-pool", pool + "3.1 s ONLINE", pool + "2.2 s tank", pool + "3.2 s DEGRADED");

        assertThat(Boxes.findings(Boxes.read(box))).containsExactly("array-degraded | pool tank | CRITICAL");
    }

    @Test
    void aPowerSupplyOfAServerWithoutCurrentHasFailed() {
        SnmpBox box = SnmpBox.of(
                "1.3.6.1.4.1.231.2.10.2.2.10.6.2.1.3.1.1 s PSU1",
                "1.3.6.1.4.1.231.2.10.2.2.10.6.2.1.5.1.1 i 5",
                "1.3.6.1.4.1.19046.11.1.1.11.2.1.2.1 s Power Supply 1",
                "1.3.6.1.4.1.19046.11.1.1.11.2.1.6.1 s Normal",
                "1.3.6.1.4.1.19046.11.1.1.12.2.1.2.1 s Drive 0",
                "1.3.6.1.4.1.19046.11.1.1.12.2.1.3.1 s Critical");

        assertThat(Boxes.findings(Boxes.read(box)))
                .containsExactlyInAnyOrder("power-supply-failed | PSU1 | WARNING", "drive-failed | Drive 0 | CRITICAL");
    }

    @Test
    void anEmptyBayOfUcsIsSaidToBeMissing() {
        String drive = "1.3.6.1.4.1.9.9.719.1.45.4.1.";
        String memory = "1.3.6.1.4.1.9.9.719.1.30.11.1.";
        String supply = "1.3.6.1.4.1.9.9.719.1.15.56.1.";
        SnmpBox box = SnmpBox.of(
                drive + "2.0 s sys/rack-unit-1/board/storage-SAS-1/pd-1",
                drive + "9.0 i 1",
                drive + "10.0 i 10",
                drive + "18.0 i 11",
                drive + "2.1 s sys/rack-unit-1/board/storage-SAS-1/pd-2",
                drive + "9.1 i 6",
                drive + "10.1 i 11",
                drive + "18.1 i 0",
                memory + "2.1 s sys/rack-unit-1/board/memarray-1/mem-1",
                memory + "14.1 i 0",
                memory + "17.1 i 11",
                supply + "2.1 s sys/rack-unit-1/psu-1",
                supply + "7.1 i 5",
                supply + "8.1 i 1",
                supply + "11.1 i 10");

        assertThat(Boxes.findings(Boxes.read(box)))
                .containsExactlyInAnyOrder(
                        "drive-failing | sys/rack-unit-1/board/storage-SAS-1/pd-1 | WARNING",
                        "power-supply-failed | sys/rack-unit-1/psu-1 | WARNING");
    }
}
