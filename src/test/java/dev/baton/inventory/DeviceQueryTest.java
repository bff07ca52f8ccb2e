package dev.baton.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.action.Criticality;
import dev.baton.action.Device;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceQueryTest {

    private static final List<InventoryDevice> DEVICES = List.of(
            device("core-sw1", "arista_eos", "ams1", "core-switch", Criticality.HIGH, "core", "production", "edge"),
            device("db-01", "linux", "ams2", "db", Criticality.HIGH, null, "production"),
            device("lab-pi", "linux", null, null, Criticality.LOW, null),
            device("web-01", "linux", "ams1", "web", Criticality.MEDIUM, "web-a", "production", "edge"),
            device("web-02", "linux", "ams2", "web", Criticality.MEDIUM, "web-b"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | core-sw1 db-01 lab-pi web-01 web-02",
                "site=ams1 | core-sw1 web-01",
                "site=ams1 and role in (core-switch, edge) and tag=production | core-sw1",
                "role=web or role=db | db-01 web-01 web-02",
                "role = web AND NOT site = ams1 | web-02",
                "not (role=web or role=db) | core-sw1 lab-pi",
                "role!=web | core-sw1 db-01 lab-pi",
                "role not in (web, db) | core-sw1 lab-pi",
                "role=db or role=web and site=ams1 | db-01 web-01",
                "name=web-* | web-01 web-02",
                "name=*-0* and criticality=high | db-01",
                "platform=linux and group=web-b | web-02",
                "group=* | core-sw1 web-01 web-02",
                "tag=edge | core-sw1 web-01",
                "tag!=edge | db-01 lab-pi web-02",
                "web-02, db-01 | db-01 web-02",
                "web-01 | web-01",
                "web-* , lab-pi | lab-pi web-01 web-02",
                "web-01, db-01 and site=ams2 | db-01",
                "site=\"ams1\" | core-sw1 web-01",
                "site=ams9 | ''",
            })
    void aQuerySelects(String query, String names) {
        Predicate<InventoryDevice> wanted = parse(query);

        List<String> selected =
                DEVICES.stream().filter(wanted).map(InventoryDevice::name).toList();

        assertThat(String.join(" ", selected)).isEqualTo(names);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "site= | position 6: expected a value, found the end",
                "site=ams1 role=web | position 11: expected and, or or the end, found role",
                "colour=red | position 1: expected one of criticality, group, name, platform, role, site, tag, found colour",
                "site in ams1 | position 9: expected ( and a list of values, found ams1",
                "site in (ams1 | position 14: expected , or ), found the end",
                "(site=ams1 | position 11: expected and, or or ), found the end",
                "site=ams1 and | position 14: expected a key such as site, a device name, not or (, found the end",
                "site=ams1; reboot | position 10: expected a word, =, !=, ( or ), found ;",
                "site not ams1 | position 10: expected in, found ams1",
                "web-01, web-99 | position 9: there is no device web-99, and a condition has the form site=ams1",
                "web-01, | position 8: expected a device name, found the end",
                "site=and | position 6: expected a value, found and",
            })
    void aBadQueryIsRefusedWithPositionAndWish(String query, String message) {
        assertThatThrownBy(() -> parse(query))
                .isInstanceOf(BadQueryException.class)
                .hasMessage(message);
    }

    @Test
    void aLongQueryOfManySignsIsNoTrouble() {
        String query = "not ".repeat(500) + "site=" + "*".repeat(2_000) + "a";

        assertThat(DEVICES.stream().filter(parse(query))).isEmpty();
    }

    private static Predicate<InventoryDevice> parse(String query) {
        return DeviceQuery.parse(
                query, name -> DEVICES.stream().anyMatch(device -> device.name().equals(name)));
    }

    private static InventoryDevice device(
            String name,
            String platform,
            String site,
            String role,
            Criticality criticality,
            String group,
            String... tags) {
        return new InventoryDevice(
                new Device(name, "192.0.2.1", platform, site, role, Set.of(tags), criticality, group, false),
                List.of(),
                null,
                null);
    }
}
