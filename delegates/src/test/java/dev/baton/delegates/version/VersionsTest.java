package dev.baton.delegates.version;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "15.2(7)E3       | 15.2(7)E10",
                "15.2(7)E        | 15.2(7)E3",
                "15.2(4)E8       | 15.2(7)E",
                "12.2(55)SE12    | 15.0(2)SE",
                "16.12.10        | 17.03.01",
                "17.09.04        | 17.09.04a",
                "17.9.4a         | 17.09.05",
                "17.6.1          | 17.06.01a",
                "9.3(5)          | 9.3(10)",
                "7.0(3)I4(9)     | 7.0(3)I7(2)",
                "9.16(4)         | 9.16(4)18",
                "21.4R3          | 21.4R3-S5.4",
                "21.4R3-S5.4     | 21.4R3-S10.1",
                "21.4R3-S9       | 22.1R1",
                "4.29.2F         | 4.29.2.1F",
                "4.29.2.1F       | 4.29.10M",
                "7.14rc2         | 7.14",
                "7.15beta4       | 7.15rc1",
                "6.49.10         | 7.14.1",
                "7.14            | 7.14.1",
                "v7.2.5          | 7.2.8",
                "10.2.3          | 10.2.3-h4",
                "10.2.3-h4       | 10.2.4",
                "7.2-64570       | 7.2.1-69057",
                "7.2-64570       | 7.2-64570 Update 3",
                "YA.16.10.0009   | YA.16.11.0012",
                "FL.10.09.1000   | FL.10.13.1000",
                "V200R019C00     | V200R019C10SPC500",
                "V200R019C10SPC500 | V200R020C00",
                "7.1.070 Release 6530P02 | 7.1.070 Release 6635P07",
                "8.0.30          | 08.0.95gT213",
                "R80.40          | R81.10",
                "6.1.0-9-amd64   | 6.1.0-35-amd64",
                "11              | 12.5",
            })
    void theOtherOneIsLater(String earlier, String later) {
        assertThat(Versions.compare(earlier, later).getAsInt()).isNegative();
        assertThat(Versions.compare(later, earlier).getAsInt()).isPositive();
    }

    @ParameterizedTest
    @CsvSource({"7.14,7.14.0", "17.9.4a,17.09.04A", "v7.2.5,7.2.5", "15.2(7)E3,15.2(7)E3", "4.29.2F,4.29.2F"})
    void bothAreTheSame(String one, String other) {
        assertThat(Versions.compare(one, other)).hasValue(0);
    }

    @ParameterizedTest
    @CsvSource({
        "15.2(4)M11,15.2(4)S7",
        "15.2(7)E3,15.2(4)M11",
        "YA.16.11.0012,WC.16.11.0012",
        "R81.10,9.3(10)",
        "unknown,1.0"
    })
    void linesThatDoNotFollowEachOtherAreNotCompared(String one, String other) {
        assertThat(Versions.compare(one, other)).isEmpty();
        assertThat(Versions.compare(other, one)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7.0.5  | 7.0.0..7.0.13          | true",
                "7.0.13 | 7.0.0..7.0.13, 7.2.4   | true",
                "7.0.14 | 7.0.0..7.0.13, 7.2.4   | false",
                "7.2.4  | 7.0.0..7.0.13; 7.2.4   | true",
                "7.2.4  | ''                     | false",
                "text   | 7.0.0..7.0.13          | false",
            })
    void aListHasVersionsAndRanges(String version, String list, boolean among) {
        assertThat(Versions.isAmong(version, list)).isEqualTo(among);
    }
}
