package dev.baton.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.testing.ShippedTable;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortStateTest {

    private static final ShippedTable TABLE = new ShippedTable("port-state");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "up   | down           | up      | false | true  | port-err-disabled    | CRITICAL",
                "up   | down           | none    | false | true  | port-err-disabled    | WARNING",
                "down | down           | up      | false | false | port-shut-unexpected | WARNING",
                "down | down           | used    | true  | false | port-shut-unexpected | WARNING",
                "down | down           | learned | true  | false | port-shut-unexpected | WARNING",
                "down | down           | used    | false | false | -                    | -",
                "testing | down        | up      | true  | false | -                    | -",
                "up   | up             | up      | true  | false | -                    | -",
                "up   | lowerLayerDown | up      | true  | false | -                    | -",
                "up   | dormant        | up      | false | false | port-down            | WARNING",
                "up   | dormant        | used    | false | false | -                    | -",
                "up   | notPresent     | up      | false | false | port-down            | CRITICAL",
                "up   | gone           | used    | true  | false | port-down            | WARNING",
                "up   | notPresent     | none    | false | false | -                    | -",
                "up   | down           | up      | false | false | port-down            | CRITICAL",
                "up   | down           | used    | false | false | port-down            | WARNING",
                "up   | down           | learned | true  | false | port-down            | INFO",
                "up   | down           | none    | false | false | -                    | -",
                "up   | unknown        | up      | false | false | port-unknown         | WARNING",
                "up   | unknown        | used    | false | false | -                    | -",
                "unknown | down        | up      | false | false | port-down            | CRITICAL",
            })
    void aState(
            String admin,
            String oper,
            String wanted,
            boolean recentlyUp,
            boolean errDisabled,
            String kind,
            String severity) {
        assertFound(
                Map.of(
                        "aspect",
                        "state",
                        "admin",
                        admin,
                        "oper",
                        oper,
                        "wanted",
                        wanted,
                        "recentlyUp",
                        recentlyUp,
                        "errDisabled",
                        errDisabled),
                kind,
                severity);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "flapping | 0     | 3 |             | used | -                | -",
                "flapping | 0     | 4 |             | used | port-flapping    | WARNING",
                "errors   | 0.1   | 0 |             | used | port-errors      | CRITICAL",
                "errors   | 0.01  | 0 |             | used | port-errors      | WARNING",
                "errors   | 0.009 | 0 |             | used | -                | -",
                "discards | 1     | 0 |             | used | port-discards    | WARNING",
                "discards | 0.1   | 0 |             | used | port-discards    | INFO",
                "discards | 0.09  | 0 |             | used | -                | -",
                "duplex   | 0     | 0 |             | none | port-half-duplex | WARNING",
                "speed    | 0     | 0 | than-before | none | port-slow        | WARNING",
                "speed    | 0     | 0 | than-built  | up   | port-slow        | WARNING",
                "speed    | 0     | 0 | than-built  | used | port-slow        | INFO",
                "speed    | 0     | 0 | than-built  | none | -                | -",
            })
    void anotherAspect(
            String aspect,
            double percent,
            int transitions,
            String slower,
            String wanted,
            String kind,
            String severity) {
        assertFound(
                Map.of(
                        "aspect",
                        aspect,
                        "percent",
                        percent,
                        "transitions",
                        transitions,
                        "slower",
                        slower == null ? "" : slower,
                        "wanted",
                        wanted),
                kind,
                severity);
    }

    private static void assertFound(Map<String, Object> told, String kind, String severity) {
        Map<String, Object> facts = new HashMap<>(Map.of(
                "admin",
                "",
                "oper",
                "",
                "recentlyUp",
                false,
                "errDisabled",
                false,
                "percent",
                0.0,
                "transitions",
                0,
                "slower",
                ""));
        facts.putAll(told);

        assertThat(TABLE.first(facts))
                .containsEntry("kind", kind == null ? "" : kind)
                .containsEntry("severity", severity == null ? "" : severity);
    }
}
