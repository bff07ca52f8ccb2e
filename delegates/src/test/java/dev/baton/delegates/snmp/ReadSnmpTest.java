package dev.baton.delegates.snmp;

import static dev.baton.testing.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.action.Answer;
import dev.baton.action.Binding;
import dev.baton.action.Problem;
import dev.baton.testing.FewNames;
import dev.baton.testing.ScriptedSession;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReadSnmpTest {

    private static final String NAME = "1.3.6.1.2.1.1.5.0";
    private static final String RAID = "1.3.6.1.4.1.6574.3.1.1.3.0";

    private final ReadSnmp readSnmp = new ReadSnmp(new FewNames());

    @Test
    void whatIsExpectedIsReadToo() {
        var inputs = new ReadSnmpInputs(List.of("." + NAME), List.of(RAID + " = 1", NAME + "=nas1"));

        assertThat(ScriptedSession.host().render(readSnmp, inputs)).containsExactly(NAME + " " + RAID);
    }

    @Test
    void theValuesAreFacts() {
        var result = device("INTEGER", "1").perform(readSnmp, new ReadSnmpInputs(List.of(RAID), List.of(RAID + "=1")));

        assertThat(result.facts()).containsEntry("values", Map.of(RAID, "1"));
        assertThat(readSnmp.summarise(Map.of("nas1", result)))
                .isEqualTo(Map.of(
                        "valueTable",
                        List.of(Map.of("device", "nas1", "oid", RAID, "name", RAID, "value", "1", "shown", "1"))));
    }

    @Test
    void anotherValueThanTheExpectedFailsTheCheck() {
        var inputs = new ReadSnmpInputs(List.of(RAID), List.of(RAID + "=1"));

        assertProblem(Problem.CHECK_FAILED, () -> device("INTEGER", "11").perform(readSnmp, inputs))
                .hasMessageContaining("has 11 at " + RAID + ", expected 1");
    }

    @Test
    void aMissingInstanceFailsTheCheck() {
        var inputs = new ReadSnmpInputs(List.of(RAID), List.of());

        assertProblem(Problem.CHECK_FAILED, () -> device("noSuchInstance", "").perform(readSnmp, inputs));
    }

    @Test
    void namesStandForOidsAndForNumbersOfEnumerations() {
        var inputs = new ReadSnmpInputs(List.of("sysName.0"), List.of("ifAdminStatus.2=up"));
        var session = ScriptedSession.host()
                .on(
                        NAME,
                        command -> Answer.of(
                                command,
                                List.of(
                                        new Binding(NAME, "OCTET STRING", "sw1"),
                                        new Binding("1.3.6.1.2.1.2.2.1.7.2", "INTEGER", "2"))));

        assertThat(ScriptedSession.host().render(readSnmp, inputs)).containsExactly(NAME + " 1.3.6.1.2.1.2.2.1.7.2");
        assertProblem(Problem.CHECK_FAILED, () -> session.perform(readSnmp, inputs))
                .hasMessageContaining("dev1 has down(2) at ifAdminStatus.2")
                .hasMessageContaining("expected up(1)");
    }

    @Test
    void whatIsNeitherNumberNorKnownNameIsRefused() {
        var inputs = new ReadSnmpInputs(List.of("sysName.0; reboot"), List.of());

        assertProblem(Problem.BAD_INPUT, () -> ScriptedSession.host().render(readSnmp, inputs));
    }

    private static ScriptedSession device(String type, String value) {
        return ScriptedSession.host().on(RAID, command -> Answer.of(command, List.of(new Binding(RAID, type, value))));
    }
}
