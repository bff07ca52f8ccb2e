package dev.baton.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowReaderTest {

    private static final String GOOD = """
            sites:
              - {name: ams1, timezone: Europe/Amsterdam}
              - {name: lab}
            devices:
              - {name: sw1, address: 192.0.2.1, platform: cisco_ios, site: ams1, tags: [production], snmp: {credential: ro, version: 2c}}
              - {name: sw2, address: 192.0.2.2, platform: cisco_ios, site: ams1, snmp: {credential: ro, version: 2c}}
              - {name: sw3, address: 192.0.2.3, platform: cisco_ios, site: lab, snmp: {credential: ro, version: 2c}}
            credentials:
              - {name: ro, type: snmp-community, community: "env:COMMUNITY"}
            windows:
              - {name: nights, devices: site=ams1 and tag=production, days: [mon, fri], from: 22:00, to: 05:00}
              - {name: sundays, devices: "sw1, sw3", days: [sun], from: "00:00", to: "24:00", timezone: Europe/Berlin}
            """;

    @TempDir
    Path folder;

    @Test
    void devicesGetTheWindowsThatCoverThem() throws IOException {
        Map<String, InventoryDevice> devices =
                reader().read(List.of(write(GOOD))).devices();

        assertThat(devices.get("sw1").windows())
                .extracting(ChangeWindow::toString)
                .containsExactly(
                        "nights: Mon Fri 22:00 to 05:00 Europe/Amsterdam", "sundays: Sun 00:00 to 24:00 Europe/Berlin");
        assertThat(devices.get("sw2").windows()).isEmpty();
        assertThat(devices.get("sw3").windows()).extracting(ChangeWindow::name).containsExactly("sundays");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "from: 22:00 | from: 25:00 | 11: from is a time of day such as 22:00, not 25:00",
                "to: 05:00 | to: soon | 11: to is a time of day such as 22:00, not soon",
                "from: 22:00 | from: 05:00 | 11: from and to are both 05:00; a whole day is from 00:00 to 24:00",
                "'from: 22:00, ' | '' | 11: from is missing",
                "[mon, fri] | [monday] | 11: days takes mon, tue, wed, thu, fri, sat, sun, not monday",
                "tag=production | tag=produktion | 11: the window nights covers no device: nothing matches site=ams1 and tag=produktion",
                "Europe/Berlin | Europe/Bonn | 12: unknown timezone Europe/Bonn; write it as Europe/Amsterdam",
                "', timezone: Europe/Berlin' | '' | 12: timezone is missing, and the site of sw3 has none either",
                "name: sundays | name: nights | 12: the name nights is taken already",
                "to: 05:00 | 'to: 05:00, until: 06:00' | 11: unknown key until; known here: name, days, from, to, timezone, devices",
            })
    void whatIsWrongIsToldWithItsLine(String right, String wrong, String fault) throws IOException {
        Path file = write(GOOD.replace(right, wrong));

        BadInventoryException refusal =
                catchThrowableOfType(BadInventoryException.class, () -> reader().read(List.of(file)));

        assertThat(refusal.faults())
                .extracting(told -> told.line() + ": " + told.reason())
                .contains(fault);
    }

    @Test
    void aQueryThatCannotBeReadIsAFault() throws IOException {
        Path file = write(GOOD.replace("site=ams1 and tag=production", "site=ams1 and"));

        BadInventoryException refusal =
                catchThrowableOfType(BadInventoryException.class, () -> reader().read(List.of(file)));

        assertThat(refusal.faults())
                .extracting(told -> told.reason())
                .first()
                .asString()
                .startsWith("devices is no query:");
    }

    private static InventoryReader reader() {
        return new InventoryReader(FixedDialects.USUAL);
    }

    private Path write(String content) throws IOException {
        return Files.writeString(folder.resolve("inventory.yaml"), content);
    }
}
