package dev.baton.delegates.snmp;

import static dev.baton.testing.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.baton.action.Answer;
import dev.baton.action.Binding;
import dev.baton.action.Command;
import dev.baton.action.Probe;
import dev.baton.action.Problem;
import dev.baton.action.SnmpType;
import dev.baton.testing.FewNames;
import dev.baton.testing.ScriptedSession;
import java.util.List;
import org.junit.jupiter.api.Test;

class WriteSnmpTest {

    private static final String ADMIN = "1.3.6.1.2.1.2.2.1.7.2";
    private static final String SET = ADMIN + " i 2";

    private final WriteSnmp writeSnmp = new WriteSnmp(new FewNames());
    private final WriteSnmpInputs shut = new WriteSnmpInputs("ifAdminStatus.2", SnmpType.INTEGER, "down");

    @Test
    void itReadsThenSets() {
        assertThat(ScriptedSession.networkDevice().commands(writeSnmp, shut))
                .extracting(Command::text, Command::changes)
                .containsExactly(tuple(ADMIN, false), tuple(SET, true));
    }

    @Test
    void theResultTellsBeforeAndAfterByName() {
        var result = holding("1").perform(writeSnmp, shut);

        assertThat(result.changed()).isTrue();
        assertThat(result.summary()).isEqualTo("ifAdminStatus.2 was up(1), is down(2)");
    }

    @Test
    void aDeviceThatHasTheValueIsLeftAlone() {
        var session = holding("2");

        assertThat(session.perform(writeSnmp, shut).changed()).isFalse();
        assertThat(session.sent()).containsExactly(ADMIN);
    }

    @Test
    void aVariableThatIsNotThereIsNotSet() {
        var session = ScriptedSession.networkDevice()
                .on(ADMIN, command -> Answer.of(command, List.of(new Binding(ADMIN, "noSuchInstance", ""))));

        assertProblem(Problem.CHECK_FAILED, () -> session.perform(writeSnmp, shut))
                .hasMessageContaining("dev1 has no variable ifAdminStatus.2");
    }

    @Test
    void aRowThatIsNotThereCanBeMade() {
        String oid = "1.3.6.1.2.1.17.7.1.4.3.1.5.42";
        var session = ScriptedSession.networkDevice()
                .on(oid + " i 4", command -> Answer.of(command, List.of(new Binding(oid, "INTEGER", "1"))))
                .on(oid, command -> Answer.of(command, List.of(new Binding(oid, "noSuchInstance", ""))));

        var result = session.perform(writeSnmp, new WriteSnmpInputs("vlanStatus.42", SnmpType.INTEGER, "createAndGo"));

        assertThat(result.changed()).isTrue();
    }

    @Test
    void theProbeComparesWithWhatWasAndWhatWasWanted() {
        assertThat(probe("2", "1")).isInstanceOf(Probe.Applied.class);
        assertThat(probe("1", "1")).isInstanceOf(Probe.NotApplied.class);
        assertThat(probe("3", "1")).isInstanceOf(Probe.Undecided.class);
        assertThat(writeSnmp.probe(holding("2").allowing(writeSnmp, shut), shut))
                .isInstanceOf(Probe.Undecided.class);
    }

    private Probe probe(String now, String before) {
        return writeSnmp.probe(holding(now).knowing("snmpBefore", before).allowing(writeSnmp, shut), shut);
    }

    private static ScriptedSession holding(String value) {
        return ScriptedSession.networkDevice()
                .on(SET, command -> Answer.of(command, List.of(new Binding(ADMIN, "INTEGER", "2"))))
                .on(ADMIN, command -> Answer.of(command, List.of(new Binding(ADMIN, "INTEGER", value))));
    }
}
