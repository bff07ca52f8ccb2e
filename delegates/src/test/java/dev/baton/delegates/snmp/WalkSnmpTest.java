package dev.baton.delegates.snmp;

import static dev.baton.testing.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.action.Answer;
import dev.baton.action.Binding;
import dev.baton.action.Problem;
import dev.baton.testing.FewNames;
import dev.baton.testing.ScriptedSession;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WalkSnmpTest {

    private static final String ADMIN = "1.3.6.1.2.1.2.2.1.7";
    private static final String NAME = "1.3.6.1.2.1.31.1.1.1.1";
    private static final String OCTETS = "1.3.6.1.2.1.31.1.1.1.6";
    private static final String UNKNOWN = "1.3.6.1.4.1.99999.1";

    private final WalkSnmp walkSnmp = new WalkSnmp(new FewNames());

    @Test
    void columnsWithTheSameIndexFormTypedRows() {
        var result = device().perform(walkSnmp, inputs(10));

        assertThat(result.facts())
                .containsEntry(
                        "rows",
                        List.of(
                                Map.of("index", "1", "ifName", "lo", "ifAdminStatus", "up", "ifHCInOctets", 5L),
                                Map.of(
                                        "index",
                                        "2",
                                        "ifName",
                                        "eth0",
                                        "ifAdminStatus",
                                        7L,
                                        "ifHCInOctets",
                                        "18446744073709551615",
                                        UNKNOWN,
                                        "x")));
        assertThat(walkSnmp.summarise(Map.of("sw1", result)))
                .containsEntry("rowCount", 2)
                .extractingByKey("rowTable")
                .asList()
                .first()
                .isEqualTo(Map.of(
                        "device", "sw1", "index", "1", "ifName", "lo", "ifAdminStatus", "up", "ifHCInOctets", 5L));
    }

    @Test
    void moreRowsThanAllowedFail() {
        assertProblem(Problem.ANSWER_INCOMPLETE, () -> device().perform(walkSnmp, inputs(1)))
                .hasMessageContaining("dev1 has 2 rows")
                .hasMessageContaining("allowed 1");
    }

    @Test
    void noRowFails() {
        var empty = ScriptedSession.host().on("1.3.6.1", command -> Answer.of(command, List.<Binding>of()));

        assertProblem(Problem.CHECK_FAILED, () -> empty.perform(walkSnmp, inputs(1)))
                .hasMessageContaining("dev1 has no row of ifName");
    }

    private static WalkSnmpInputs inputs(int maxRows) {
        return new WalkSnmpInputs(
                List.of("ifName", "ifAdminStatus", "ifHCInOctets", UNKNOWN), maxRows, Duration.ofMinutes(1));
    }

    private static ScriptedSession device() {
        return ScriptedSession.host()
                .on(
                        NAME,
                        command -> Answer.of(
                                command,
                                List.of(
                                        new Binding(NAME + ".1", "OCTET STRING", "lo"),
                                        new Binding(NAME + ".2", "OCTET STRING", "eth0"))))
                .on(
                        ADMIN,
                        command -> Answer.of(
                                command,
                                List.of(
                                        new Binding(ADMIN + ".1", "INTEGER", "1"),
                                        new Binding(ADMIN + ".2", "INTEGER", "7"))))
                .on(
                        OCTETS,
                        command -> Answer.of(
                                command,
                                List.of(
                                        new Binding(OCTETS + ".1", "Counter64", "5"),
                                        new Binding(OCTETS + ".2", "Counter64", "18446744073709551615"))))
                .on(UNKNOWN, command -> Answer.of(command, List.of(new Binding(UNKNOWN + ".2", "OCTET STRING", "x"))));
    }
}
