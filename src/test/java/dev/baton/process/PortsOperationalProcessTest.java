package dev.baton.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import dev.baton.action.Finding;
import dev.baton.testing.ProcedureEngine;
import java.util.HashMap;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PortsOperationalProcessTest {

    @RegisterExtension
    static final ProcedureEngine ENGINE = new ProcedureEngine();

    @Test
    void allPortsFine() {
        ProcessInstance run = ENGINE.fire("ports-operational");

        ENGINE.done("Task_CheckPorts", checked(Map.of()));
        ENGINE.done("Task_ReadNeighbours", Map.of());

        assertThat(run).isEnded().hasPassed("EndEvent_PortsFine").hasNotPassed("Task_RecordUnreadDevices");
    }

    @Test
    void faultsFound() {
        ProcessInstance run = ENGINE.start("ports-operational", Map.of("query", "role = access-switch"));

        ENGINE.done("Task_CheckPorts", checked(Map.of("portFaults", 3)));
        ENGINE.done("Task_ReadNeighbours", Map.of("allSucceeded", false));

        assertThat(run).isEnded().hasPassed("EndEvent_FaultsFound");
    }

    @Test
    void aDeviceThatDidNotAnswerGetsAFinding() {
        ProcessInstance run = ENGINE.start("ports-operational", Map.of());

        ENGINE.done("Task_CheckPorts", checked(ProcedureEngine.oneFailed("web2", "UNREACHABLE: web2: no answer")));
        ENGINE.done("Task_ReadNeighbours", Map.of());

        assertThat(run).isEnded().hasPassed("EndEvent_PartlyRead");
        Assertions.assertThat(ENGINE.findings())
                .extracting(Finding::device, Finding::kind, Finding::message)
                .containsExactly(Assertions.tuple(
                        "web2", "ports-unread", "The ports could not be read. UNREACHABLE: no answer"));
    }

    @Test
    void aLookThatIsNotWholeIsNotFine() {
        ProcessInstance run = ENGINE.start("ports-operational", Map.of());

        ENGINE.done("Task_CheckPorts", checked(Map.of("partlyRead", 1)));
        ENGINE.done("Task_ReadNeighbours", Map.of());

        assertThat(run).isEnded().hasPassed("EndEvent_PartlyRead");
        Assertions.assertThat(ENGINE.findings()).isEmpty();
    }

    @Test
    void nobodyIsAskedForNeighboursWhenNobodyAnswered() {
        ProcessInstance run = ENGINE.start("ports-operational", Map.of());

        ENGINE.done(
                "Task_CheckPorts",
                checked(Map.of("allSucceeded", false, "succeeded", 0, "failed", 2, "failedTargets", "web1+web2")));

        assertThat(run).isEnded().hasPassed("EndEvent_PartlyRead").hasNotPassed("Task_ReadNeighbours");
        Assertions.assertThat(ENGINE.findings()).hasSize(2);
    }

    @Test
    void noTargetFound() {
        ENGINE.select();

        ProcessInstance run = ENGINE.start("ports-operational", Map.of("query", "site = nowhere"));

        assertThat(run).isEnded().hasPassed("EndEvent_NoTargetFound");
    }

    private static Map<String, Object> checked(Map<String, Object> more) {
        Map<String, Object> all = new HashMap<>(
                Map.of("portTable", "[]", "portCount", 96, "portFaults", 0, "portsDown", 0, "partlyRead", 0));
        all.putAll(more);
        return all;
    }
}
