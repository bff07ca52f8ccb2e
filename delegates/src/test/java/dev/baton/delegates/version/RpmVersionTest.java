package dev.baton.delegates.version;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RpmVersionTest {

    /** What rpm itself says; RpmVersionIT asks it. */
    @ParameterizedTest
    @CsvSource({
        "1.0, 1.0, 0",
        "1.0, 2.0, -1",
        "2.0.1, 2.0, 1",
        "2.0.1a, 2.0.1, 1",
        "5.5p1, 5.5p2, -1",
        "5.5p10, 5.5p1, 1",
        "10xyz, 10.1xyz, -1",
        "xyz10, xyz10.1, -1",
        "xyz.4, 8, -1",
        "5.5p2, 5.6p1, -1",
        "5.6p1, 6.5p1, -1",
        "6.0.rc1, 6.0, 1",
        "10b2, 10a1, 1",
        "1.0aa, 1.0a, 1",
        "10.0001, 10.1, 0",
        "10.0039, 10.0001, 1",
        "4.999.9, 5.0, -1",
        "20101121, 20101122, -1",
        "2_0, 2.0, 0",
        "a+, a_, 0",
        "1.0~rc1, 1.0, -1",
        "1.0~rc1~git123, 1.0~rc1, -1",
        "1.0~rc1, 1.0~rc2, -1",
        "1.0^, 1.0, 1",
        "1.0^git1, 1.0^git2, -1",
        "1.0^git1, 1.01, -1",
        "1.0^20160101, 1.0.1, -1",
        "1.0^20160101^git1, 1.0^20160102, -1",
        "1.0~rc1^git1, 1.0~rc1, 1",
        "1.0^git1~pre, 1.0^git1, -1",
        "1.0a, 1.0, 1",
        "fc4, fc.4, 0",
        "1b.fc17, 1.fc17, -1",
    })
    void labelsAreOrderedAsRpmOrdersThem(String left, String right, int order) {
        assertThat(Integer.signum(RpmVersion.compare(left, right))).isEqualTo(order);
        assertThat(Integer.signum(RpmVersion.compare(right, left))).isEqualTo(-order);
    }

    @ParameterizedTest
    @CsvSource({
        "1:3.0.7-6.el9_2,  1:3.0.7-16.el9_2, -1",
        "3.0.7-28.el9,     1:3.0.7-6.el9,    -1",
        "0:3.0.7-6.el9,    3.0.7-6.el9,       0",
        "3.0.7,            3.0.7-6.el9,       0",
        "3.0.8-1.el9,      3.0.7-6.el9,       1",
    })
    void theEpochComesFirstAndTheReleaseLast(String left, String right, int order) {
        assertThat(Integer.signum(RpmVersion.of(left).compareTo(RpmVersion.of(right))))
                .isEqualTo(order);
    }

    @Test
    void aTextWithoutAVersionIsAVersionToo() {
        assertThat(RpmVersion.of("-")).isEqualTo(new RpmVersion(0, "-", ""));
    }
}
