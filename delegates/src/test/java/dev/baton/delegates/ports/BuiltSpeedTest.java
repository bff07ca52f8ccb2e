package dev.baton.delegates.ports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuiltSpeedTest {

    @ParameterizedTest
    @CsvSource({
        "FastEthernet0/1, 100",
        "Gi1/0/1, 1000",
        "GE1/0/1, 1000",
        "ge-0/0/1, 1000",
        "gigabitEthernet 1/0/1 : copper, 1000",
        "TwoGigabitEthernet1/0/1, 2500",
        "Te1/1/1, 10000",
        "Ten-GigabitEthernet9/0/1, 10000",
        "10GigabitEthernet2/1, 10000",
        "10GE1/0/1, 10000",
        "XGigabitEthernet0/0/1, 10000",
        "TenGigabitEthernet 0/1, 10000",
        "Twe1/0/1, 25000",
        "Twenty-FiveGigE1/0/1, 25000",
        "fortyGigE 0/33, 40000",
        "HundredGigE1/0/49, 100000",
        "et-0/0/48, 0",
        "1/1/1, 0",
        "FC port 0/0, 0",
        "Port-channel1, 0"
    })
    void theNameOfAPortTellsWhatItIsBuiltFor(String name, long megabits) {
        assertThat(BuiltSpeed.of(name)).isEqualTo(megabits);
    }
}
