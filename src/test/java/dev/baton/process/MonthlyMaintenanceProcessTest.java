package dev.baton.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import dev.baton.testing.ProcedureEngine;
import java.util.Calendar;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MonthlyMaintenanceProcessTest {

    private static final Map<String, Object> ONE_FAILED = Map.of(
            "allSucceeded", false, "failed", 1, "failedTargets", "web2", "changedConfigs", 0, "skippedConfigs", 0);

    @RegisterExtension
    static final ProcedureEngine ENGINE = new ProcedureEngine();

    @Test
    void maintained() {
        ProcessInstance run = started();

        ENGINE.done("Task_CheckHealth", Map.of());
        ENGINE.done("Task_BackUpConfigurations", Map.of("changedConfigs", 0, "skippedConfigs", 0));
        ENGINE.done("Task_ListPatches", Pending.patches(0));
        ENGINE.done("Task_ListPatches", Pending.patches(0));

        assertThat(run).isEnded().hasPassed("EndEvent_Maintained");
        Assertions.assertThat(tree(run))
                .containsExactlyInAnyOrder("check-host-health", "nightly-config-backup", "patch-hosts", "patch-report");
    }

    @Test
    void patchesLeftWhenPatchingIsRefused() {
        ProcessInstance run = started();

        ENGINE.done("Task_CheckHealth", Map.of());
        ENGINE.done("Task_BackUpConfigurations", Map.of("changedConfigs", 0, "skippedConfigs", 0));
        ENGINE.done("Task_ListPatches", Pending.patches(2));
        ENGINE.decide("Task_ApprovePatching", "reject");
        ENGINE.done("Task_ListPatches", Pending.patches(2));

        assertThat(run)
                .isEnded()
                .hasPassed("EndEvent_PatchesLeft")
                .variables()
                .containsEntry("reportSummary", "2 patches pending on 1 of 2 hosts");
    }

    @Test
    void maintenanceStoppedByAnOperator() {
        ProcessInstance run = started();

        ENGINE.done("Task_CheckHealth", ONE_FAILED);
        ENGINE.decide("Task_ReviewUnhealthyHosts", "stop");

        assertThat(run).isEnded().hasPassed("EndEvent_MaintenanceStopped");
    }

    @Test
    void backupIncompleteSoThatNothingIsPatched() {
        ProcessInstance run = started();

        ENGINE.done("Task_CheckHealth", ONE_FAILED);
        ENGINE.decide("Task_ReviewUnhealthyHosts", "continue");
        ENGINE.done("Task_BackUpConfigurations", ONE_FAILED);
        ENGINE.decide("Task_ReviewFailedBackups", "continue");

        assertThat(run).isEnded().hasPassed("EndEvent_BackupIncomplete").hasNotPassed("CallActivity_PatchHosts");
    }

    @Test
    void noTargetFound() {
        ENGINE.select();

        ProcessInstance run = started();

        assertThat(run).isEnded().hasPassed("EndEvent_NoTargetFound");
    }

    @Test
    void maintainedWithFaultsWhenAnOperatorGoesOnWithUnhealthyHosts() {
        ProcessInstance run = started();

        ENGINE.done("Task_CheckHealth", ONE_FAILED);
        ENGINE.decide("Task_ReviewUnhealthyHosts", "continue");
        ENGINE.done("Task_BackUpConfigurations", Map.of("changedConfigs", 0, "skippedConfigs", 0));
        ENGINE.done("Task_ListPatches", Pending.patches(0));
        ENGINE.done("Task_ListPatches", Pending.patches(0));

        assertThat(run).isEnded().hasPassed("EndEvent_MaintainedWithFaults").hasNotPassed("EndEvent_Maintained");
    }

    @Test
    void itsTimerMaintainsEveryLinuxHostOnTheFirstSunday() {
        Assertions.assertThat(ENGINE.timer("monthly-maintenance").getDuedate())
                .hasDayOfWeek(Calendar.SUNDAY)
                .hasHourOfDay(4)
                .hasMinute(0);

        ProcessInstance run = ENGINE.fire("monthly-maintenance");

        assertThat(run)
                .isWaitingAt("CallActivity_CheckHostHealth")
                .variables()
                .containsEntry("query", "platform = linux")
                .containsEntry("requester", "timer")
                .containsEntry("mode", "live")
                .containsEntry("reason", "Started by its timer")
                .containsEntry("targetCount", 2);
        Assertions.assertThat(ENGINE.input("Task_CheckHealth", "reason")).isEqualTo("Started by its timer");
        Assertions.assertThat(ENGINE.input("Task_CheckHealth", "requester")).isEqualTo("timer");
        ENGINE.done("Task_CheckHealth", ONE_FAILED);
        ENGINE.decide("Task_ReviewUnhealthyHosts", "stop");
        assertThat(run).isEnded().hasPassed("EndEvent_MaintenanceStopped");
    }

    @Test
    void withoutAQueryItTakesAllLinuxHosts() {
        started();

        Assertions.assertThat(ENGINE.input("Task_CheckHealth", "query")).isEqualTo("platform = linux");
    }

    private static ProcessInstance started() {
        return ENGINE.start("monthly-maintenance", Map.of());
    }

    private static List<String> tree(ProcessInstance run) {
        return ENGINE
                .engine()
                .getHistoryService()
                .createHistoricProcessInstanceQuery()
                .superProcessInstanceId(run.getId())
                .processInstanceBusinessKey(run.getBusinessKey())
                .list()
                .stream()
                .map(HistoricProcessInstance::getProcessDefinitionKey)
                .toList();
    }
}
