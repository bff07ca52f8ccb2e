package dev.baton.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.testing.ShippedDecisions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirmwarePolicyTest {

    private final ShippedDecisions decisions = new ShippedDecisions();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cisco_ios         | Cisco              | WS-C2960X-24TS-L | low  | 15.2(7)E8",
                "cisco_ios         | Cisco              | C9300-48UXM      | high | 17.09.04a",
                "cisco_ios         | Cisco              | C9300-48UXM      | low  | 15.2(7)E7",
                "cisco_nxos        | Cisco              | N9K-C93180YC-EX  | high | 9.3(10)",
                "juniper_junos     | Juniper            | ex4300-48p       | low  | 21.4R3-S5",
                "arista_eos        | Arista             | DCS-7050SX3      | high | 4.28.0F",
                "fortinet          | Fortinet           | FGT_60F          | high | 7.2.8",
                "paloalto_panos    | Palo Alto Networks | PA-220           | low  | 10.2.9",
                "mikrotik_routeros | MikroTik           | CCR2004          | low  | 7.12.1",
                "linux             | Debian GNU/Linux   | ''               | high | 11",
            })
    void theFirstRowThatFitsSetsTheMinimum(
            String platform, String vendor, String model, String criticality, String minimum) {
        assertThat(decide(platform, vendor, model, criticality)).containsEntry("minimum", minimum);
    }

    @Test
    void nothingIsSaidOfOtherDevices() {
        assertThat(decide("brocade_fos", "Brocade", "G620", "high")).isEmpty();
    }

    private Map<String, Object> decide(String platform, String vendor, String model, String criticality) {
        return decisions.decide(
                "firmware-policy",
                Map.of(
                        "platform", platform,
                        "vendor", vendor,
                        "model", model,
                        "role", "access-switch",
                        "criticality", criticality));
    }
}
