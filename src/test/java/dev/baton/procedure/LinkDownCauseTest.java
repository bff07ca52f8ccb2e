package dev.baton.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.testing.ShippedTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkDownCauseTest {

    private static final ShippedTable TABLE = new ShippedTable("link-down-cause");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "admin=down planned=true                       | it is shut on purpose                    | 98 | nobody",
                "admin=down                                    | it was shut                              | 95 | people",
                "errDisable=bpduGuard                          | a loop or an unmanaged switch            | 95 | people",
                "errDisable=gbicInvalid                        | its optic does not fit                   | 95 | hands",
                "errDisable=sfpConfigMismatch                  | its optic does not fit                   | 95 | hands",
                "oper=notPresent                               | its module or optic is missing           | 95 | hands",
                "light=dark remoteState=admin-down             | the other end is shut                    | 95 | people",
                "errDisable=portSecurityViolation              | another host than allowed                | 90 | people",
                "errDisable=udld                               | its fibre works one way only             | 90 | hands",
                "light=dark remoteState=unreachable            | the device at the other end is down      | 90 | people",
                "oper=up dot1x=unauthorized                    | what is behind it did not log in         | 90 | people",
                "downTogether=10                               | a line card or a power supply failed     | 90 | hands",
                "light=dark remoteState=down remoteLight=dark  | the fibre is cut or unplugged            | 85 | hands",
                "laser=weak                                    | its own laser is failing                 | 85 | hands",
                "duplex=mismatch                               | the ends differ in duplex                | 85 | people",
                "oper=up stp=broken                            | the spanning tree blocks it              | 85 | people",
                "light=dark remoteState=down remoteLight=ok    | the strand to it or its receiver         | 80 | hands",
                "light=weak                                    | the light is too weak                    | 80 | hands",
                "errDisable=linkFlap                           | the line is unstable                     | 80 | hands",
                "lacp=unsynchronised                           | its bundle does not take it              | 80 | people",
                "minutesUp=5 remoteMinutesUp=9                 | both ends have just been started         | 80 | people",
                "errDisable=stormControl                       | the device itself shut it                | 75 | people",
                "damaged=true                                  | its cable is bad                         | 70 | hands",
                "remoteState=down                              | cable or settings of speed               | 60 | hands",
                "light=dark                                    | no light arrives                         | 60 | hands",
                "duplex=full                                   | unknown                                  | 20 | unknown",
            })
    void theSurestCauseComesFirst(String told, String cause, int confidence, String actor) {
        assertThat(TABLE.first(facts(told)))
                .hasEntrySatisfying("cause", text -> assertThat((String) text).startsWith(cause))
                .containsEntry("confidence", confidence)
                .containsEntry("actor", actor);
    }

    @Test
    void otherCausesFollowByConfidence() {
        List<Map<String, Object>> causes = TABLE.all(facts("light=dark remoteState=admin-down remoteLight=ok"));

        assertThat(causes).extracting(row -> row.get("confidence")).containsExactly(95, 80, 60, 20);
    }

    private static Map<String, Object> facts(String told) {
        Map<String, Object> facts = new HashMap<>(Map.of(
                "admin",
                "up",
                "oper",
                "down",
                "errDisable",
                "",
                "damaged",
                false,
                "downTogether",
                1,
                "minutesUp",
                90_000,
                "planned",
                false,
                "remoteState",
                "unread",
                "remoteMinutesUp",
                -1));
        Stream.of("light", "laser", "duplex", "stp", "dot1x", "lacp", "remoteLight")
                .forEach(name -> facts.put(name, "unknown"));
        Stream.of(told.split(" +")).map(word -> word.split("=")).forEach(word -> facts.put(word[0], value(word[1])));
        return facts;
    }

    private static Object value(String text) {
        return text.matches("\\d+") ? (Object) Integer.valueOf(text) : text.equals("true") ? (Object) true : text;
    }
}
