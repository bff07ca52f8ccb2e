package dev.baton.delegates.hardware;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.action.Result;
import dev.baton.testing.SnmpBox;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every vendor may have: sensors of entities, and programs that net-snmp runs. */
class StandardSourcesTest {

    private static final String SENSOR = "1.3.6.1.2.1.99.1.1.1";
    private static final String ENTITY = "1.3.6.1.2.1.47.1.1.1.1";
    private static final int CELSIUS = 8;
    private static final int RPM = 10;

    @Test
    void soundSensorsAreFansAndTemperatures() {
        Result result = Boxes.read(sensors(sensor(1, RPM, 8400, 1, "Fan 1"), sensor(2, CELSIUS, 38, 1, "Inlet")));

        assertThat(result.summary()).isEqualTo("healthy: 1 fan OK; 1 temperature OK");
    }

    @Test
    void aBrokenSensorIsUnknownAndOneWithoutAValueIsNot() {
        Result result = Boxes.read(sensors(
                sensor(1, RPM, 0, 3, "Fan 1"), sensor(2, CELSIUS, 0, 2, "Slot 4"), sensor(3, CELSIUS, 0, 9, "Slot 5")));

        assertThat(Boxes.findings(result))
                .containsExactly(
                        "hardware-state-unknown | fan Fan 1 | WARNING",
                        "hardware-state-unknown | temperature Slot 5 | WARNING");
    }

    @Test
    void whatAristaSaysOfAThresholdIsTakenAtItsWord() {
        String words = "1.3.6.1.4.1.30065.3.12.1.1.1.5.";
        SnmpBox box = sensors(
                        sensor(1, CELSIUS, 460, 1, "Inlet temperature sensor"),
                        sensor(2, CELSIUS, 950, 1, "Jericho0 on-die temp sensor"),
                        sensor(3, CELSIUS, 950, 1, "DOM Temperature Sensor for Ethernet1"),
                        sensor(4, RPM, 900, 1, "Fan Tray 1 Fan 1 Sensor 1"))
                .put(words + "1 s Sensor value 460 is within bounds")
                .put(words + "2 s Sensor value 950 is above the high critical threshold (900)")
                .put(words + "3 s Sensor value 950 is above the high critical threshold (700)")
                .put(words + "4 s Sensor value 900 is below the low critical threshold (1000)");

        assertThat(Boxes.findings(Boxes.read(box)))
                .containsExactlyInAnyOrder(
                        "temperature-high | temperature Jericho0 on-die temp sensor | CRITICAL",
                        "fan-failed | Fan Tray 1 Fan 1 Sensor 1 | WARNING");
    }

    @Test
    void aChassisOfJuniperThatTellsNoTypesIsReadByItsNames() {
        String operating = "1.3.6.1.4.1.2636.3.1.13.1.";
        String fru = "1.3.6.1.4.1.2636.3.1.15.1.8.";
        SnmpBox box = SnmpBox.of(
                operating + "5.2.1.1.0 s Power Supply 0 @ 0/0/*",
                operating + "5.2.1.2.0 s Power Supply 1 @ 0/1/*",
                operating + "5.4.1.1.0 s Fan Tray 0 @ 0/0/*",
                operating + "5.7.1.0.0 s FPC: EX3400-48T @ 0/*/*",
                operating + "6.2.1.1.0 i 2",
                operating + "6.2.1.2.0 i 1",
                operating + "6.4.1.1.0 i 2",
                operating + "6.7.1.0.0 i 6",
                fru + "2.1.1.0 i 6",
                fru + "2.1.2.0 i 2",
                fru + "4.1.1.0 i 8",
                fru + "7.1.0.0 i 6",
                fru + "9.2.0.0 i 1");

        assertThat(Boxes.findings(Boxes.read(box)))
                .containsExactlyInAnyOrder(
                        "fan-failed | Fan Tray 0 @ 0/0/* | WARNING",
                        "module-failed | FPC: EX3400-48T @ 0/*/* | CRITICAL");
    }

    @Test
    void anEmptyBayOfCiscoIsNoFaultUntilASupplyWasSeenInIt() {
        String supply = "1.3.6.1.4.1.9.9.117.1.1.2.1.2.471";
        Boxes runs = new Boxes();
        SnmpBox box = SnmpBox.of(ENTITY + ".5.471 i 6", ENTITY + ".7.471 s PowerSupply-2", supply + " i 1");

        assertThat(Boxes.findings(runs.readAgain(box))).containsExactly("hardware-not-visible | null | INFO");
        assertThat(runs.readAgain(box.put(supply + " i 2")).findings()).isEmpty();
        assertThat(Boxes.findings(runs.readAgain(box.put(supply + " i 1"))))
                .containsExactly("power-supply-missing | PowerSupply-2 | WARNING");
    }

    @Test
    void opticsAreLeftToThePorts() {
        List<String> lines = new ArrayList<>(List.of(sensor(1, CELSIUS, 0, 3, "Ethernet1 DOM Temperature Sensor")));
        lines.addAll(List.of(sensor(2, CELSIUS, 0, 3, "Temperature")));
        lines.addAll(List.of(ENTITY + ".4.2 i 20", ENTITY + ".4.20 i 21", ENTITY + ".5.20 i 9", ENTITY + ".5.21 i 10"));

        assertThat(Boxes.findings(Boxes.read(SnmpBox.of(lines.toArray(String[]::new)))))
                .containsExactly("hardware-not-visible | null | INFO");
    }

    @Test
    void aFanThatStandsStillOrASensorWithoutValueIsNeverOk() {
        List<String> lines = new ArrayList<>(List.of(sensor(1, RPM, 5400, 1, "Fan 1")));
        lines.addAll(List.of(sensor(2, RPM, 0, 1, "Fan 2")));
        lines.addAll(List.of(sensor(3, CELSIUS, 1_000_000_000, 1, "Inlet")));

        assertThat(Boxes.findings(Boxes.read(SnmpBox.of(lines.toArray(String[]::new)))))
                .containsExactlyInAnyOrder(
                        "hardware-state-unknown | fan Fan 2 | WARNING",
                        "hardware-state-unknown | temperature Inlet | WARNING");
    }

    @Test
    void aThresholdHasTheScaleOfItsSensor() {
        String cisco = "1.3.6.1.4.1.9.9.91.1.1.1.1";
        String threshold = "1.3.6.1.4.1.9.9.91.1.2.1.1";
        SnmpBox box = SnmpBox.of(
                ENTITY + ".7.7 s module-1 CPU",
                cisco + ".1.7 i 8",
                cisco + ".2.7 i 8",
                cisco + ".3.7 i 0",
                cisco + ".4.7 i 86000",
                cisco + ".5.7 i 1",
                threshold + ".2.7.1 i 10",
                threshold + ".3.7.1 i 3",
                threshold + ".4.7.1 i 85000",
                threshold + ".2.7.2 i 20",
                threshold + ".3.7.2 i 3",
                threshold + ".4.7.2 i 95000",
                threshold + ".2.7.3 i 20",
                threshold + ".3.7.3 i 1",
                threshold + ".4.7.3 i 90000");

        Result result = Boxes.read(box);

        assertThat(Boxes.findings(result)).containsExactly("temperature-high | temperature module-1 CPU | WARNING");
        assertThat(Boxes.only(result).evidence()).contains("it measures 86 degrees", "threshold is 85");
    }

    @Test
    void anExtendThatShowsTheKernelsFileTellsWhatItsExitStatusDoesNot() {
        SnmpBox box = extend("/bin/cat", "/proc/mdstat", 0)
                .put("1.3.6.1.4.1.8072.1.3.2.3.1.2.2.109.100 s Personalities : [raid1]\n"
                        + "md0 : active raid1 sdb1[1] sda1[0]\n      1000 blocks [2/1] [U_]\n");

        assertThat(Boxes.findings(Boxes.read(box))).containsExactly("array-degraded | md0 | CRITICAL");
    }

    @Test
    void anExtendMayTellItsArraysInJson() {
        SnmpBox box = extend("/etc/snmp/mdadm", "", 0)
                .put("1.3.6.1.4.1.8072.1.3.2.3.1.2.2.109.100 s {\"data\":[{\"name\":\"md1\",\"state\":\"active\","
                        + "\"action\":\"recover\",\"degraded\":1},{\"name\":\"md2\",\"action\":\"idle\",\"degraded\":0}],"
                        + "\"error\":0}");

        assertThat(Boxes.findings(Boxes.read(box))).containsExactly("array-degraded | md1 | WARNING");
    }

    @Test
    void theExitStatusOfSmartctlIsReadBitByBit() {
        assertThat(Boxes.read(extend("/usr/sbin/smartctl", "-H /dev/sda", 64)).findings())
                .isEmpty();
        assertThat(Boxes.findings(Boxes.read(extend("/usr/sbin/smartctl", "-H /dev/sda", 8))))
                .containsExactly("drive-failing | md | WARNING");
        assertThat(Boxes.findings(Boxes.read(extend("/usr/sbin/smartctl", "-H /dev/sda", 2))))
                .containsExactly("hardware-state-unknown | drive md | WARNING");
    }

    @Test
    void mdadmThatDidNotRunIsUnknown() {
        assertThat(Boxes.findings(Boxes.read(extend("/usr/sbin/mdadm", "--detail --test /dev/md0", 127))))
                .containsExactly("hardware-state-unknown | array md | WARNING");
    }

    private static SnmpBox extend(String command, String arguments, int result) {
        return SnmpBox.of(
                "1.3.6.1.4.1.8072.1.3.2.2.1.2.2.109.100 s " + command,
                "1.3.6.1.4.1.8072.1.3.2.2.1.3.2.109.100 s " + arguments,
                "1.3.6.1.4.1.8072.1.3.2.3.1.4.2.109.100 i " + result);
    }

    private static String[] sensor(int index, int type, int value, int status, String name) {
        return new String[] {
            SENSOR + ".1." + index + " i " + type,
            SENSOR + ".2." + index + " i 9",
            SENSOR + ".3." + index + " i 0",
            SENSOR + ".4." + index + " i " + value,
            SENSOR + ".5." + index + " i " + status,
            ENTITY + ".7." + index + " s " + name
        };
    }

    private static SnmpBox sensors(String[]... all) {
        SnmpBox box = new SnmpBox();
        for (String[] lines : all) {
            for (String line : lines) {
                box.put(line);
            }
        }
        return box;
    }
}
