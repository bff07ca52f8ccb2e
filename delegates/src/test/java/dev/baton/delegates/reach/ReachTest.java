package dev.baton.delegates.reach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.action.Answer;
import dev.baton.action.Binding;
import dev.baton.action.Command;
import dev.baton.action.Inputs;
import dev.baton.action.Problem;
import dev.baton.action.Result;
import dev.baton.testing.RecordedAgent;
import dev.baton.testing.ScriptedSession;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReachTest {

    private static final String ADDRESS = "192.0.2.1";

    private final ProbeHost probeHost = new ProbeHost();
    private final ProbeHostInputs usual = Inputs.bind(ProbeHostInputs.class, Map.of("ports", "22"));

    @Test
    void aHostThatAnswersInEveryWayIsReachable() {
        Result result = host("open", 0).perform(probeHost, usual);

        assertThat(result.facts())
                .containsEntry("reachable", true)
                .containsEntry("icmp", "answers")
                .containsEntry("tcp", "open")
                .containsEntry("ssh", "works")
                .containsEntry("snmp", "works")
                .containsEntry("address", ADDRESS);
        assertThat(result.checkedKinds()).containsExactly("host-down");
    }

    @Test
    void aLoginThatIsRefusedIsASignOfLife() {
        ScriptedSession host = ScriptedSession.host()
                .on("echo", command -> Answer.of(command, "silent\n"))
                .on("22", command -> Answer.of(command, "open"))
                .on("true", Problem.AUTH_FAILED)
                .on("1.3.6", Problem.UNSUPPORTED);

        Result result = host.perform(probeHost, usual);

        assertThat(result.facts())
                .containsEntry("reachable", false)
                .containsEntry("ssh", "refuses")
                .containsEntry("snmp", "none");
        assertThat(result.checkedKinds()).isEmpty();
    }

    @Test
    void silenceIsAnAnswer() {
        ScriptedSession host = ScriptedSession.host()
                .on("echo", command -> Answer.of(command, "silent\n"))
                .on("22", command -> Answer.of(command, "filtered"))
                .on("true", Problem.UNREACHABLE)
                .on("1.3.6", Problem.UNREACHABLE);

        assertThat(host.perform(probeHost, usual).facts())
                .containsEntry("reachable", false)
                .containsEntry("icmp", "silent")
                .containsEntry("tcp", "silent")
                .containsEntry("ssh", "silent")
                .containsEntry("snmp", "silent");
    }

    @Test
    void aHostWithoutAnyAccessIsReachableByAnOpenPort() {
        ScriptedSession host = ScriptedSession.host()
                .on("echo", command -> Answer.of(command, "silent\n"))
                .on("22", command -> Answer.of(command, "open"))
                .on("true", Problem.UNSUPPORTED)
                .on("1.3.6", Problem.UNSUPPORTED);

        assertThat(host.perform(probeHost, usual).facts()).containsEntry("reachable", true);
    }

    private static ScriptedSession host(String port, int exitStatus) {
        return ScriptedSession.host()
                .on("echo", command -> Answer.of(command, "answers\n"))
                .on("22", command -> Answer.of(command, port))
                .on("true", exitStatus, "")
                .on("1.3.6", ReachTest::upTime);
    }

    private static Answer upTime(Command command) {
        return Answer.of(command, List.of(new Binding(command.text(), "TimeTicks", "4711")));
    }

    @ParameterizedTest
    @CsvSource({
        "1.3.6.1.2.1.17.4.3.1.2.0.28.115.0.170.7 i 12,       seen",
        "1.3.6.1.2.1.17.7.1.2.2.1.2.20.0.28.115.0.170.7 i 3, seen",
        "1.3.6.1.2.1.17.4.3.1.2.0.28.115.0.170.8 i 12,       absent",
        "1.3.6.1.2.1.1.5.0 s sw1,                            unknown",
    })
    void aSwitchTellsWhetherItHasLearnedTheAddress(String learned, String frames) {
        RecordedAgent neighbour = new RecordedAgent()
                .with("1.3.6.1.2.1.4.22.1.2.7.192.0.2.1 x 00:1c:73:00:aa:07")
                .with(learned);
        AskNeighbours delegate = new AskNeighbours();

        Result result = neighbour
                .session()
                .perform(delegate, Inputs.bind(AskNeighboursInputs.class, Map.of("address", ADDRESS)));

        assertThat(result.facts()).containsEntry("frames", frames);
        assertThat(delegate.summarise(Map.of("sw1", result)))
                .containsEntry("neighbourState", "answers")
                .containsEntry("frames", frames);
        assertThat(delegate.summarise(Map.of())).containsEntry("neighbourState", "silent");
    }

    @ParameterizedTest
    @CsvSource({
        "1.3.6.1.4.1.674.10892.5.2.4.0 i 4, on",
        "1.3.6.1.4.1.674.10892.5.2.4.0 i 3, off",
        "1.3.6.1.4.1.674.10892.5.2.4.0 i 2, unknown",
        "1.3.6.1.4.1.232.9.2.2.32.0 i 3,    on",
        "1.3.6.1.4.1.232.9.2.2.32.0 i 2,    off",
        "1.3.6.1.4.1.232.9.2.2.32.0 i 4,    unknown",
        "1.3.6.1.2.1.1.5.0 s other,         unknown",
    })
    void aControllerTellsWhetherItsServerHasPower(String state, String power) {
        ReadPower delegate = new ReadPower();

        Result result = new RecordedAgent()
                .with(state)
                .session()
                .perform(delegate, Inputs.bind(ReadPowerInputs.class, Map.of()));

        assertThat(result.facts()).containsEntry("power", power);
        assertThat(delegate.summarise(Map.of())).containsEntry("power", "controller-silent");
    }
}
