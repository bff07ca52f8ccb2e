package dev.baton.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import dev.baton.action.Finding;
import dev.baton.testing.ProcedureEngine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class HardwareHealthProcessTest {

    @RegisterExtension
    static final ProcedureEngine ENGINE = new ProcedureEngine();

    @Test
    void allHealthy() {
        ProcessInstance run = ENGINE.start("hardware-health", Map.of());

        ENGINE.done("Task_ReadHardware", read(0, ""));

        assertThat(run).isEnded().hasPassed("EndEvent_AllHealthy");
        Assertions.assertThat(variable(run, "hardwareHealthy")).isEqualTo(true);
    }

    @Test
    void faultsFoundAreTheDevicesOwnFindings() {
        ProcessInstance run = ENGINE.start("hardware-health", Map.of("query", "role = storage"));

        ENGINE.done("Task_ReadHardware", read(1, "nas1"));

        assertThat(run).isEnded().hasPassed("EndEvent_FaultsFound").hasNotPassed("Task_RecordUnreadableDevices");
        Assertions.assertThat(variable(run, "hardwareHealthy")).isEqualTo(false);
        Assertions.assertThat(variable(run, "faultyDevices")).isEqualTo("nas1");
    }

    @Test
    void someNotReadableIsNotHealthyAndIsRecorded() {
        ProcessInstance run = ENGINE.start("hardware-health", Map.of());

        Map<String, Object> outcome = read(0, "");
        outcome.putAll(ProcedureEngine.oneFailed("web2", "UNREACHABLE: web2: no answer"));
        ENGINE.done("Task_ReadHardware", outcome);

        assertThat(run).isEnded().hasPassed("EndEvent_SomeNotReadable");
        Assertions.assertThat(variable(run, "hardwareHealthy")).isEqualTo(false);
        Assertions.assertThat(ENGINE.findings())
                .extracting(Finding::device, Finding::kind, Finding::message)
                .containsExactly(Assertions.tuple(
                        "web2",
                        "hardware-not-readable",
                        "The state of its hardware is not known. UNREACHABLE: no answer"));
    }

    @Test
    void noTargetFoundIsNotHealthyEither() {
        ENGINE.select();

        ProcessInstance run = ENGINE.start("hardware-health", Map.of("query", "site = nowhere"));

        assertThat(run).isEnded().hasPassed("EndEvent_NoTargetFound");
        Assertions.assertThat(variable(run, "hardwareHealthy")).isNull();
    }

    @Test
    void theTimerReadsAllDevicesEveryHour() {
        ProcessInstance run = ENGINE.fire("hardware-health");

        assertThat(run).isWaitingAt("Task_ReadHardware");
        Assertions.assertThat(ENGINE.input("Task_ReadHardware", "policy")).isEqualTo("hardware-severity");
    }

    @Test
    void whatIsMissingIsAcceptedOnlyWhereTheFormSaysSo() {
        ENGINE.start("hardware-health", Map.of("acceptMissing", true));

        Assertions.assertThat(ENGINE.input("Task_ReadHardware", "acceptMissing"))
                .isEqualTo(true);
    }

    private static Map<String, Object> read(int faulty, String devices) {
        return new HashMap<>(Map.of(
                "faultyCount", faulty, "faultyDevices", devices, "notVisibleCount", 0, "hardwareTable", List.of()));
    }

    private static Object variable(ProcessInstance run, String name) {
        HistoricVariableInstance variable = ENGINE.engine()
                .getHistoryService()
                .createHistoricVariableInstanceQuery()
                .executionIdIn(run.getId())
                .variableName(name)
                .singleResult();
        return variable == null ? null : variable.getValue();
    }
}
