package dev.baton.delegates.version;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DebianVersionTest {

    @ParameterizedTest
    @CsvSource({
        "1.0, 1.1",
        "1.9, 1.10",
        "1.0~rc1-1, 1.0-1",
        "1.0-1, 1.0-1+b1",
        "3.0.14-1~deb12u1, 3.0.14-1~deb12u2",
        "3.0.11-1~deb12u2, 3.0.14-1~deb12u1",
        "9.2p1-2+deb12u2, 9.2p1-2+deb12u3",
        "2.99, 1:1.0",
        "1.0, 1.0a",
        "1.0a, 1.0+",
        "5.4.1-0.2, 5.6.1+really5.4.5-1",
        "2.36-9+deb12u4, 2.36-9+deb12u10",
        "0.9~~, 0.9~",
    })
    void theOtherOneIsLater(String earlier, String later) {
        assertThat(DebianVersion.of(earlier)).isLessThan(DebianVersion.of(later));
        assertThat(DebianVersion.of(later)).isGreaterThan(DebianVersion.of(earlier));
    }
}
