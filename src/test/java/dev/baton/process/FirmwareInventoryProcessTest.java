package dev.baton.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import dev.baton.action.Finding;
import dev.baton.testing.ProcedureEngine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FirmwareInventoryProcessTest {

    @RegisterExtension
    static final ProcedureEngine ENGINE = new ProcedureEngine();

    @Test
    void allCompliant() {
        ProcessInstance run = read(2, 0, 0, 0, Map.of());

        assertThat(run)
                .isEnded()
                .hasPassed("EndEvent_AllCompliant")
                .variables()
                .containsEntry("summary", "2 of 2 compliant, 0 outdated, 0 forbidden, 0 unknown, 0 not read");
    }

    @Test
    void anOldOrForbiddenVersionAsksForAnUpgrade() {
        assertThat(read(1, 1, 0, 0, Map.of())).isEnded().hasPassed("EndEvent_UpgradeNeeded");
        assertThat(read(1, 0, 1, 0, Map.of())).isEnded().hasPassed("EndEvent_UpgradeNeeded");
    }

    @Test
    void anUnknownVersionIsNotTakenForGood() {
        ProcessInstance run = read(1, 0, 0, 1, Map.of());

        assertThat(run).isEnded().hasPassed("EndEvent_PartlyUnknown").hasNotPassed("EndEvent_AllCompliant");
    }

    @Test
    void aDeviceThatDoesNotAnswerHasAFindingWithItsReason() {
        ProcessInstance run = read(1, 0, 0, 0, ProcedureEngine.oneFailed("web2", "TIMEOUT: no answer"));

        assertThat(run).isEnded().hasPassed("EndEvent_PartlyUnknown");
        Assertions.assertThat(ENGINE.findings())
                .extracting(Finding::device, Finding::kind, Finding::message)
                .containsExactly(Assertions.tuple(
                        "web2", "firmware-unknown", "The firmware could not be read. TIMEOUT: no answer"));
    }

    @Test
    void aDeviceThatDoesNotAnswerHidesNoOldVersion() {
        ProcessInstance run = read(0, 1, 0, 0, ProcedureEngine.oneFailed("web2", "TIMEOUT: no answer"));

        assertThat(run).isEnded().hasPassed("EndEvent_UpgradeNeeded");
    }

    @Test
    void noTargetFound() {
        ENGINE.select();

        ProcessInstance run = ENGINE.start("firmware-inventory", Map.of("query", "site = nowhere"));

        assertThat(run).isEnded().hasPassed("EndEvent_NoTargetFound");
    }

    @Test
    void itsTimerReadsEveryDeviceAtNight() {
        Assertions.assertThat(ENGINE.timer("firmware-inventory").getDuedate())
                .hasHourOfDay(3)
                .hasMinute(30);

        ProcessInstance run = ENGINE.fire("firmware-inventory");

        assertThat(run).isWaitingAt("Task_ReadFirmware").variables().containsEntry("query", "");
        Assertions.assertThat(ENGINE.input("Task_ReadFirmware", "policy")).isEqualTo("firmware-policy");
    }

    private static ProcessInstance read(
            int compliant, int outdated, int blocked, int unknown, Map<String, Object> failures) {
        ProcessInstance run = ENGINE.start("firmware-inventory", Map.of());
        Map<String, Object> results = new HashMap<>(Map.of(
                "firmwareTable",
                List.of(),
                "compliantCount",
                compliant,
                "outdatedCount",
                outdated,
                "blockedCount",
                blocked,
                "unknownCount",
                unknown,
                "firmwareChangedCount",
                0,
                "total",
                2));
        results.putAll(failures);
        ENGINE.done("Task_ReadFirmware", results);
        return run;
    }
}
