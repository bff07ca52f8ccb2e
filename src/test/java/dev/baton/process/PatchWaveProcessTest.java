package dev.baton.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.action.Problem;
import dev.baton.testing.ProcedureEngine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatchWaveProcessTest {

    private static final Map<String, Object> VERSIONS = Map.of(
            "versionsBefore", SpinValues.jsonValue("[\"web1 bash=5.2-1\"]").create());

    @RegisterExtension
    static final ProcedureEngine ENGINE = new ProcedureEngine();

    @ParameterizedTest
    @ValueSource(strings = {"patch-wave", "update-hosts", "roll-back-patches"})
    void notApprovedWhenStartedByItself(String procedure) {
        ProcessInstance run = ENGINE.start(procedure, Map.of());

        BpmnAwareTests.assertThat(run).isEnded().hasPassed("EndEvent_NotApproved");
    }

    @Test
    void wavePatched() {
        ProcessInstance run = wave(Map.of());

        Pending.patch(ENGINE);

        BpmnAwareTests.assertThat(run)
                .isEnded()
                .hasPassed("EndEvent_WavePatched")
                .hasNotPassed("CallActivity_DrainHosts");
        assertThat(passed(run)).contains("EndEvent_BatchPatched");
        assertThat(last(run, "waveGoesOn")).isEqualTo(true);
    }

    @Test
    void aHostBehindALoadBalancerIsDrainedBeforeAndUndrainedAfter() {
        ProcessInstance run = wave(Map.of("loadBalancers", "name = lb1", "backend", "web", "socket", "/run/h.sock"));

        ENGINE.done("Task_DrainServers", Map.of());
        assertThat(ENGINE.input("Task_CheckHealthBefore", "targets")).isEqualTo("web1");
        Pending.patch(ENGINE);
        ENGINE.done("Task_UndrainServers", Map.of());

        BpmnAwareTests.assertThat(run).isEnded().hasPassed("CallActivity_UndrainHosts", "EndEvent_WavePatched");
        assertThat(last(run, "waveGoesOn")).isEqualTo(true);
    }

    @Test
    void hostsNotDrainedAreNotTouched() {
        ProcessInstance run = wave(Map.of("loadBalancers", "name = lb1", "backend", "web", "socket", "/run/h.sock"));

        ENGINE.failed("Task_DrainServers", Problem.CHECK_FAILED, Map.of());
        ENGINE.decide("Task_ReviewHostsNotDrained", "stop");

        BpmnAwareTests.assertThat(run)
                .isEnded()
                .hasPassed("EndEvent_HostsNotDrained")
                .hasNotPassed("CallActivity_UpdateHosts");
        assertThat(last(run, "waveGoesOn")).isEqualTo(false);
    }

    @Test
    void hostsThatStayOutOfTheTrafficStopTheRollout() {
        ProcessInstance run = wave(Map.of("loadBalancers", "name = lb1", "backend", "web", "socket", "/run/h.sock"));
        ENGINE.done("Task_DrainServers", Map.of());
        Pending.patch(ENGINE);

        ENGINE.failed("Task_UndrainServers", Problem.CHECK_FAILED, Map.of());
        ENGINE.decide("Task_ReviewHostsNotUndrained", "stop");

        assertThat(last(run, "waveGoesOn")).isEqualTo(false);
    }

    @Test
    void rolledBackWhenAPatchedHostIsNotHealthyAndThenAPersonDecides() {
        ProcessInstance run = unhealthy(Map.of());

        rollBack();

        assertThat(ENGINE.seen("Task_ReviewFailedHosts"))
                .containsEntry("wayBack", "the failed hosts are back at the versions from before")
                .containsEntry("failedHosts", "1 host")
                .containsEntry("failureCode", "CHECK_FAILED");
        ENGINE.decide("Task_ReviewFailedHosts", "retry");
        Pending.patch(ENGINE);
        BpmnAwareTests.assertThat(run).isEnded().hasPassed("EndEvent_WavePatched");
        assertThat(passed(run)).contains("EndEvent_RolledBack");
    }

    @Test
    void onlyTheHostsThatFailedGoBackAndToExactlyTheirVersions() {
        unhealthy(Map.of());

        assertThat(ENGINE.input("Task_RecordStateNow", "targets")).isEqualTo("web1");
        ENGINE.done("Task_RecordStateNow", VERSIONS);
        assertThat(String.valueOf(ENGINE.input("Task_RollBackPatches", "versions")))
                .isEqualTo("[\"web1 bash=5.2-1\"]");
    }

    @Test
    void aWayBackThatFailsIsForAPersonToo() {
        ProcessInstance run = unhealthy(Map.of());

        ENGINE.done("Task_RecordStateNow", VERSIONS);
        ENGINE.failed("Task_RollBackPatches", Problem.CHECK_FAILED, Map.of());

        assertThat(ENGINE.seen("Task_ReviewFailedHosts"))
                .containsEntry("wayBack", "too bad")
                .containsEntry("failedTargets", "web1");
        ENGINE.decide("Task_ReviewFailedHosts", "stop");
        BpmnAwareTests.assertThat(run).isEnded().hasPassed("EndEvent_WaveStopped");
        assertThat(last(run, "waveGoesOn")).isEqualTo(false);
    }

    @Test
    void whereThePersonShallDecideNothingGoesBackBeforeThat() {
        ProcessInstance run = unhealthy(Map.of("rollBack", "ask"));

        assertThat(ENGINE.seen("Task_ReviewFailedHosts")).containsEntry("wayBack", "not tried");
        ENGINE.decide("Task_ReviewFailedHosts", "rollBack");
        rollBack();
        ENGINE.decide("Task_ReviewFailedHosts", "continue");

        BpmnAwareTests.assertThat(run).isEnded().hasPassed("EndEvent_HostsLeftOut");
        assertThat(last(run, "waveGoesOn")).isEqualTo(true);
        assertThat(last(run, "leftOut")).isEqualTo(1L);
    }

    @Test
    void whatFailsBeforeThePatchesIsNotRolledBack() {
        wave(Map.of());
        Pending.patch(ENGINE, "Task_TakeSnapshot");

        ENGINE.failed("Task_TakeSnapshot", Problem.CHECK_FAILED, Map.of());

        assertThat(ENGINE.seen("Task_ReviewFailedHosts")).containsEntry("wayBack", "not tried");
    }

    private static ProcessInstance unhealthy(Map<String, Object> wish) {
        ProcessInstance run = wave(wish);
        Pending.patch(ENGINE, "Task_CheckHealthAfter");
        ENGINE.failed("Task_CheckHealthAfter", Problem.CHECK_FAILED, Map.of("failedTargets", "web1"));
        return run;
    }

    private static void rollBack() {
        ENGINE.done("Task_RecordStateNow", VERSIONS);
        ENGINE.done("Task_RollBackPatches", Map.of());
        ENGINE.done("Task_CheckHealthAgain", Map.of());
    }

    private static ProcessInstance wave(Map<String, Object> wish) {
        ENGINE.select("web1");
        Map<String, Object> handed = new HashMap<>(Map.of(
                "batch", "web1",
                "batchSize", 1,
                "batchNumber", 1,
                "approved", true,
                "scope", "all",
                "leftOut", 0,
                "laterCount", 0,
                "laterDevices", "",
                "doneCount", 0));
        for (String empty : List.of(
                "exclude",
                "cvePackages",
                "reboot",
                "rollBack",
                "leaveServices",
                "snapshot",
                "loadBalancers",
                "backend",
                "socket",
                "leftOutTargets",
                "doneDevices",
                "targetCount")) {
            handed.put(empty, null);
        }
        handed.putAll(wish);
        return ENGINE.called("patch-wave", handed);
    }

    private static Object last(ProcessInstance run, String variable) {
        return ENGINE.engine()
                .getHistoryService()
                .createHistoricVariableInstanceQuery()
                .processInstanceId(run.getId())
                .variableName(variable)
                .singleResult()
                .getValue();
    }

    /** What the run and its called ones came by. */
    private static List<String> passed(ProcessInstance run) {
        return ENGINE
                .engine()
                .getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(run.getBusinessKey())
                .list()
                .stream()
                .flatMap(part -> ENGINE
                        .engine()
                        .getHistoryService()
                        .createHistoricActivityInstanceQuery()
                        .processInstanceId(part.getId())
                        .list()
                        .stream())
                .map(activity -> activity.getActivityId())
                .toList();
    }
}
