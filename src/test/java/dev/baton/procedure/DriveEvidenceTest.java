package dev.baton.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.testing.ShippedDecisions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DriveEvidenceTest {

    private static final List<String> COUNTS = List.of(
            "verdicts",
            "mediumErrors",
            "pendingSectors",
            "ioErrors",
            "timeouts",
            "losses",
            "damages",
            "commandErrors",
            "linkErrors");

    @ParameterizedTest
    @CsvSource({
        "drive, verdicts, 1, 100",
        "drive, mediumErrors, 1, 40",
        "drive, mediumErrors, 3, 70",
        "drive, mediumErrors, 10, 100",
        "drive, pendingSectors, 1, 30",
        "drive, pendingSectors, 10, 50",
        "drive, ioErrors, 1, 20",
        "drive, ioErrors, 10, 40",
        "drive, timeouts, 1, 20",
        "drive, timeouts, 5, 40",
        "drive, losses, 1, 60",
        "drive, damages, 1, 30",
        "drive, commandErrors, 4, 0",
        "drive, commandErrors, 5, 20",
        "drive, linkErrors, 99, 0",
        "drive, smart, failed, 100",
        "drive, smart, passed, 0",
        "drive, array, faulty, 100",
        "drive, array, degraded, 20",
        "drive, hardware, failed, 100",
        "drive, hardware, predicted, 100",
        "drive, hardware, ok, 0",
        "link, linkErrors, 1, 5",
        "link, linkErrors, 3, 50",
        "link, linkErrors, 10, 80",
        "link, verdicts, 9, 0",
        "link, smart, failed, 0"
    })
    void everyRowGivesItsPoints(String concern, String fact, String value, int points) {
        Map<String, Object> facts =
                new HashMap<>(Map.of("concern", concern, "smart", "unknown", "array", "none", "hardware", "unknown"));
        COUNTS.forEach(count -> facts.put(count, 0));
        facts.put(fact, value.matches("\\d+") ? (Object) Integer.valueOf(value) : value);

        assertThat(new ShippedDecisions().rows("drive-evidence", facts)).containsExactly(Map.of("points", points));
    }
}
