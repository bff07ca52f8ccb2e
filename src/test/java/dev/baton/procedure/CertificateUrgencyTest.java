package dev.baton.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.testing.ShippedDecisions;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CertificateUrgencyTest {

    @ParameterizedTest
    @CsvSource({
        "true,   0,   0, low,    expired, CRITICAL",
        "false,  7,   7, low,    now,     CRITICAL",
        "false, 14,  15, high,   now,     CRITICAL",
        "false, 14,  15, medium, soon,    WARNING",
        "false, 30,  33, low,    soon,    WARNING",
        "false, 30,  64, low,    none,    INFO",
        "false,  5,  80, high,   none,    INFO",
        "false, 60,  30, low,    planned, INFO",
        "false, 61,  17, high,   none,    INFO"
    })
    void theFirstRowThatFitsTellsTheUrgency(
            boolean expired, int daysLeft, int shareLeft, String criticality, String urgency, String severity) {
        Map<String, Object> facts =
                Map.of("expired", expired, "daysLeft", daysLeft, "shareLeft", shareLeft, "criticality", criticality);

        assertThat(new ShippedDecisions().rows("certificate-urgency", facts))
                .containsExactly(Map.of("urgency", urgency, "severity", severity));
    }
}
