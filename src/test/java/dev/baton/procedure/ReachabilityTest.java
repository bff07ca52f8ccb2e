package dev.baton.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.testing.ShippedTable;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReachabilityTest {

    private static final ShippedTable TABLE = new ShippedTable("reachability");

    @Test
    void whoAnswersToAnEchoIsAlive() {
        Map<String, Object> facts = Map.of(
                "icmp",
                "answers",
                "tcp",
                "silent",
                "ssh",
                "silent",
                "snmp",
                "silent",
                "neighbourState",
                "silent",
                "frames",
                "unknown",
                "power",
                "off");

        assertThat(TABLE.first(facts)).containsEntry("verdict", "services-dead").containsEntry("place", "service");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "open    | refuses | works   | none    | unknown | unknown           | login-refused | service",
                "open    | works   | silent  | none    | unknown | unknown           | snmp-dead     | service",
                "open    | silent  | silent  | none    | unknown | unknown           | ssh-dead      | service",
                "refused | silent  | silent  | none    | unknown | unknown           | services-dead | service",
                "silent  | silent  | works   | none    | unknown | unknown           | services-dead | service",
                "silent  | silent  | silent  | answers | seen    | off               | powered-off   | host",
                "silent  | silent  | silent  | answers | seen    | on                | silent        | service",
                "silent  | silent  | silent  | silent  | unknown | on                | network-down  | network",
                "silent  | silent  | silent  | answers | absent  | on                | hung          | host",
                "silent  | silent  | silent  | answers | absent  | controller-silent | no-power      | host",
                "silent  | silent  | silent  | answers | absent  | unknown           | host-down     | host",
                "silent  | silent  | silent  | none    | unknown | unknown           | unknown       | unknown",
                "silent  | silent  | none    | answers | unknown | unknown           | unknown       | unknown",
            })
    void theFirstRowThatFitsIsTheVerdict(
            String tcp,
            String ssh,
            String snmp,
            String neighbours,
            String frames,
            String power,
            String verdict,
            String place) {
        Map<String, Object> facts = Map.of(
                "icmp", "silent",
                "tcp", tcp,
                "ssh", ssh,
                "snmp", snmp,
                "neighbourState", neighbours,
                "frames", frames,
                "power", power);

        assertThat(TABLE.first(facts)).containsEntry("verdict", verdict).containsEntry("place", place);
    }
}
