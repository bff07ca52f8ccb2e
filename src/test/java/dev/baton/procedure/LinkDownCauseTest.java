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
                "oper=up lacp=unsynchronised                   | its bundle does not take it (LACP)       | 80 | people",
                "oper=up lacp=unsynchronised lacpPartner=none  | the other end speaks no LACP             | 85 | people",
                "lacp=unsynchronised lag=waiting               | its bundle has not taken it              | 50 | people",
                "lacp=unsynchronised lag=member                | unknown                                  | 20 | unknown",
                "poe=fault                                     | power over Ethernet fails at this port   | 80 | people",
                "poe=supply-faulty                             | the supply for power over Ethernet       | 85 | hands",
                "poe=searching                                 | unknown                                  | 20 | unknown",
                "logged=optic                                  | its optic does not fit, the log says     | 90 | hands",
                "logged=guard                                  | a loop or an unmanaged switch is behind  | 88 | people",
                "logged=duplex                                 | the ends differ in duplex, the log says  | 80 | people",
                "logged=security                               | the device refused what is behind it     | 75 | people",
                "logged=power                                  | power over Ethernet fails at this port,  | 75 | people",
                "logged=bundle                                 | its bundle does not take it, the log     | 75 | people",
                "logged=removed                                | its module was taken out, the log says   | 75 | hands",
                "logged=none                                   | unknown                                  | 20 | unknown",
                "changedBefore=port                            | a run of Baton changed it just before    | 80 | people",
                "changedBefore=config                          | its configuration was changed            | 65 | people",
                "changedBefore=device                          | a run of Baton changed the device        | 40 | people",
                "changedBefore=none                            | unknown                                  | 20 | unknown",
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
        Stream.of(
                        "light",
                        "laser",
                        "duplex",
                        "stp",
                        "dot1x",
                        "lacp",
                        "remoteLight",
                        "lag",
                        "lacpPartner",
                        "poe",
                        "logged",
                        "changedBefore")
                .forEach(name -> facts.put(name, "unknown"));
        Stream.of(told.split(" +")).map(word -> word.split("=")).forEach(word -> facts.put(word[0], value(word[1])));
        return facts;
    }

    private static Object value(String text) {
        return text.matches("\\d+") ? (Object) Integer.valueOf(text) : text.equals("true") ? (Object) true : text;
    }
}
