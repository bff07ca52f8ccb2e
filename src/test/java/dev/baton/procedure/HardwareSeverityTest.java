package dev.baton.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.testing.ShippedTable;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HardwareSeverityTest {

    private static final ShippedTable TABLE = new ShippedTable("hardware-severity");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "array        | failed            | false | failed     |  0 | low    | CRITICAL",
                "array        | missing           | false | missing    |  0 | low    | CRITICAL",
                "array        | degraded          | true  | degraded   |  0 | low    | WARNING",
                "array        | degraded          | false | degraded   |  0 | low    | CRITICAL",
                "array        | rebuilding        | true  | rebuilding |  0 | low    | WARNING",
                "drive        | failed            | false | ok         |  0 | high   | WARNING",
                "drive        | missing           | false | rebuilding |  0 | low    | WARNING",
                "drive        | failed            | true  | degraded   |  0 | low    | WARNING",
                "drive        | failed            | false | degraded   |  0 | low    | CRITICAL",
                "drive        | failed            | false | none       |  0 | low    | CRITICAL",
                "drive        | predicted-failure | false | ok         |  7 | low    | WARNING",
                "drive        | predicted-failure | false | ok         |  8 | low    | CRITICAL",
                "drive        | worn              | false | ok         | 99 | high   | INFO",
                "drive        | rebuilding        | true  | rebuilding |  0 | low    | INFO",
                "drive        | foreign           | false | ok         |  0 | low    | WARNING",
                "controller   | failed            | false | none       |  0 | low    | CRITICAL",
                "temperature  | overheated        | false | none       |  0 | low    | CRITICAL",
                "temperature  | hot               | false | none       |  0 | low    | WARNING",
                "power-supply | failed            | false | none       |  0 | medium | WARNING",
                "power-supply | failed            | false | none       |  0 | high   | CRITICAL",
                "fan          | missing           | false | none       |  0 | high   | CRITICAL",
                "hardware     | failed            | false | none       |  0 | low    | CRITICAL",
                "hardware     | degraded          | false | none       |  0 | low    | WARNING",
                "module       | unknown           | false | none       |  0 | low    | WARNING",
                "comet        | rising            | false | none       |  0 | low    | WARNING",
            })
    void theFirstRowThatFitsSetsTheSeverity(
            String component,
            String state,
            boolean rebuilding,
            String arrays,
            int days,
            String criticality,
            String severity) {
        Map<String, Object> situation = Map.of(
                "component", component,
                "state", state,
                "rebuilding", rebuilding,
                "arrays", arrays,
                "days", days,
                "criticality", criticality);

        assertThat(TABLE.first(situation)).containsEntry("severity", severity);
    }
}
