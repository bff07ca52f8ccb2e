package dev.baton.delegates.hardware;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.action.Result;
import dev.baton.testing.SnmpBox;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** States that devices tell as texts, and where no enumeration bounds them. */
class TextsTest {

    private static final String QNAP_VOLUME = "1.3.6.1.4.1.24681.1.2.17.1.6.1";
    private static final String QNAP_RAID = "1.3.6.1.4.1.24681.1.4.1.1.1.2.1.2.1.5.1";
    private static final String QNAP_DISK = "1.3.6.1.4.1.24681.1.2.11.1.7.1";
    private static final String QTS_DISK = "1.3.6.1.4.1.55062.1.10.2.1.7.1";
    private static final String BBU = "1.3.6.1.4.1.3582.4.1.4.1.6.2.1.29.0";
    private static final String FANS = "1.3.6.1.4.1.789.1.21.1.2.1.18.1";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                QNAP_VOLUME + " s Ready | none",
                QNAP_VOLUME + " s In degraded mode | array-degraded",
                QNAP_VOLUME + " s Rebuilding (12%) ... | array-rebuilding",
                QNAP_VOLUME + " s Degraded, rebuilding 5% | array-rebuilding",
                QNAP_VOLUME + " s Synchronizing | array-rebuilding",
                QNAP_VOLUME + " s Not active | array-failed",
                QNAP_VOLUME + " s Unmounted | array-failed",
                QNAP_VOLUME + " s Migrating... | none",
                QNAP_VOLUME + " s Pondering | hardware-state-unknown",
                QNAP_RAID + " s Ready | none",
                QNAP_RAID + " i 4 | array-failed",
                QNAP_RAID + " i 8 | hardware-state-unknown",
                QNAP_DISK + " s GOOD | none",
                QNAP_DISK + " s Normal | none",
                QNAP_DISK + " s Abnormal | drive-failing",
                QNAP_DISK + " s Purple | hardware-state-unknown",
                QTS_DISK + " s Good | none",
                QTS_DISK + " s Warning | drive-failing",
                BBU + " s Operational | none",
                BBU + " s Learning | none",
                BBU + " s Degraded | battery-degraded",
                BBU + " s Failed | battery-failed",
                BBU + " s 7 | hardware-state-unknown",
                FANS + " s 1, 3 | fan-failed",
                FANS + " s | none",
            })
    void aTextComesToItsFinding(String line, String kind) {
        Result result = Boxes.read(SnmpBox.of(line));

        assertThat(result.findings().isEmpty() ? "none" : Boxes.only(result).kind())
                .isEqualTo(kind);
    }
}
