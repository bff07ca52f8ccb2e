package dev.baton.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import dev.baton.action.Problem;
import dev.baton.testing.ProcedureEngine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The deployment of an application, with the procedures that it calls. */
class DeployApplicationProcessTest {

    private static final Map<String, Object> SOUND =
            Map.of("faultyCount", 0, "faultyDevices", "", "notVisibleCount", 0, "hardwareTable", "[]");

    @RegisterExtension
    static final ProcedureEngine ENGINE = new ProcedureEngine();

    @Test
    void released() {
        ProcessInstance run = approved();

        Assertions.assertThat(ENGINE.input("Task_ReadHardware", "targets")).isEqualTo("web1");
        releaseBatch();
        Assertions.assertThat(ENGINE.input("Task_ReadHardware", "targets")).isEqualTo("web2");
        releaseBatch();

        assertThat(run).isEnded().hasPassed("EndEvent_BatchUndrained", "EndEvent_Released");
        Assertions.assertThat(passed(run, "EndEvent_HostsReleased")).isTrue();
    }

    @Test
    void nothingToRelease() {
        ProcessInstance run = start(Map.of());

        ENGINE.done("Task_ReadReleases", Map.of("releaseTable", List.of(), "outdatedCount", 0));

        assertThat(run).isEnded().hasPassed("EndEvent_NothingToRelease");
    }

    @Test
    void noTargetFound() {
        assertThat(start(Map.of("query", "site = nowhere"))).isEnded().hasPassed("EndEvent_NoTargetFound");
    }

    @ParameterizedTest
    @ValueSource(strings = {"reject", "changes", "", "Approve"})
    void deploymentRefusedUnlessThePersonApproves(String decision) {
        ProcessInstance run = outdated();

        ENGINE.decide("Task_ApproveDeployment", decision);

        assertThat(run).isEnded().hasPassed("EndEvent_DeploymentRefused").hasNotPassed("Task_TakeNextBatch");
    }

    @Test
    void rolledBackWhenTheReleaseDoesNotAnswer() {
        ProcessInstance run = approved();

        drain();
        activate();
        ENGINE.failed("Task_CheckRelease", Problem.CHECK_FAILED, Map.of());
        Assertions.assertThat(ENGINE.input("Task_RollBackRelease", "targets")).isEqualTo("web1");
        ENGINE.done("Task_RollBackRelease", Map.of());
        ENGINE.done("Task_CheckHosts", Map.of());
        ENGINE.done("Task_UndrainServers", Map.of());

        assertThat(run).isEnded().hasPassed("EndEvent_BatchNotFit", "EndEvent_BatchBack", "EndEvent_RolledBack");
        assertThat(run).variables().containsEntry("laterDevices", "web2");
        Assertions.assertThat(passed(run, "EndEvent_HostsChecked")).isTrue();
    }

    @Test
    void aHostWithFaultyHardwareIsNeitherDrainedNorReleasedOn() {
        ProcessInstance run = approved();

        ENGINE.done(
                "Task_ReadHardware",
                Map.of("faultyCount", 1, "faultyDevices", "web1", "notVisibleCount", 0, "hardwareTable", "[]"));
        rollBack();

        assertThat(run)
                .isEnded()
                .hasPassed("EndEvent_BatchNotFit", "EndEvent_RolledBack")
                .hasNotPassed("CallActivity_DrainBatch", "CallActivity_ReleaseBatch");
    }

    @Test
    void aHostThatDoesNotDrainIsNotReleasedOn() {
        ProcessInstance run = approved();

        ENGINE.done("Task_ReadHardware", SOUND);
        ENGINE.failed("Task_DrainServers", Problem.CHECK_FAILED, Map.of());
        ENGINE.decide("Task_ReviewHostsNotDrained", "stop");
        rollBack();

        assertThat(run).isEnded().hasPassed("EndEvent_RolledBack").hasNotPassed("CallActivity_ReleaseBatch");
    }

    @Test
    void rollBackFailedWhenAnOperatorLeavesAHost() {
        ProcessInstance run = approved();

        drain();
        ENGINE.failed("Task_StageRelease", Problem.COMMAND_REJECTED, Map.of());
        ENGINE.done("Task_RollBackRelease", Map.of("allSucceeded", false, "failed", 1));
        ENGINE.done("Task_CheckHosts", Map.of());
        ENGINE.decide("Task_ReviewFailedRollBack", "retry");
        ENGINE.done("Task_RollBackRelease", Map.of());
        ENGINE.failed("Task_CheckHosts", Problem.CHECK_FAILED, Map.of());
        ENGINE.decide("Task_ReviewFailedRollBack", "stop");

        assertThat(run).isEnded().hasPassed("EndEvent_BatchStaysDrained", "EndEvent_RollBackFailed");
        Assertions.assertThat(passed(run, "EndEvent_NotRolledBack")).isTrue();
    }

    @Test
    void aDrainThatAReloadForgotStopsTheRelease() {
        ProcessInstance run = approved();

        drain();
        ENGINE.done("Task_StageRelease", Map.of());
        ENGINE.failed("Task_CheckDrained", Problem.CHECK_FAILED, Map.of());
        rollBack();

        assertThat(run).isEnded().hasPassed("EndEvent_RolledBack");
        Assertions.assertThat(passed(run, "EndEvent_NotReleased")).isTrue();
        Assertions.assertThat(passed(run, "Task_ActivateRelease")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"release-hosts", "roll-back-hosts"})
    void startedByThemselvesItsPartsTouchNoHost(String procedure) {
        assertThat(ENGINE.start(procedure, Map.of())).isEnded().hasPassed("EndEvent_NotApproved");
    }

    @Test
    void withoutALoadBalancerNothingIsReleased() {
        ProcessInstance run = ENGINE.called(
                "release-hosts", Map.of("approved", true, "targets", "web1", "loadBalancers", "site = nowhere"));

        assertThat(run).isEnded().hasPassed("EndEvent_NoLoadBalancerFound");
    }

    @Test
    void theReportTellsWhichHostsAreOutdated() {
        for (int outdated : new int[] {0, 1}) {
            ProcessInstance run = ENGINE.start(
                    "release-report", Map.of("query", "tag = web", "folder", "/srv/shop", "release", "2.0"));

            ENGINE.done("Task_ReadReleases", Map.of("releaseTable", List.of(), "outdatedCount", outdated));

            assertThat(run).isEnded().hasPassed(outdated == 0 ? "EndEvent_AllCurrent" : "EndEvent_ReleaseDue");
        }
        assertThat(ENGINE.start(
                        "release-report", Map.of("query", "site = nowhere", "folder", "/srv/shop", "release", "2.0")))
                .isEnded()
                .hasPassed("EndEvent_NoTargetFound");
    }

    private static void releaseBatch() {
        drain();
        activate();
        ENGINE.done("Task_CheckRelease", Map.of());
        ENGINE.done("Task_UndrainServers", Map.of());
    }

    private static void drain() {
        ENGINE.done("Task_ReadHardware", SOUND);
        ENGINE.done("Task_DrainServers", Map.of());
    }

    private static void activate() {
        ENGINE.done("Task_StageRelease", Map.of());
        ENGINE.done("Task_CheckDrained", Map.of());
        ENGINE.done("Task_ActivateRelease", Map.of());
    }

    private static void rollBack() {
        ENGINE.done("Task_RollBackRelease", Map.of());
        ENGINE.done("Task_CheckHosts", Map.of());
        ENGINE.done("Task_UndrainServers", Map.of());
    }

    /** Whether a procedure that the run called went through it. */
    private static boolean passed(ProcessInstance run, String activity) {
        HistoryService history = ENGINE.engine().getHistoryService();
        return history.createHistoricProcessInstanceQuery().superProcessInstanceId(run.getId()).list().stream()
                .anyMatch(called -> history.createHistoricActivityInstanceQuery()
                                .processInstanceId(called.getId())
                                .activityId(activity)
                                .count()
                        > 0);
    }

    private static ProcessInstance approved() {
        ProcessInstance run = outdated();
        ENGINE.decide("Task_ApproveDeployment", "approve");
        return run;
    }

    private static ProcessInstance outdated() {
        ProcessInstance run = start(Map.of());
        ENGINE.done("Task_ReadReleases", Map.of("releaseTable", List.of(), "outdatedCount", 2));
        return run;
    }

    private static ProcessInstance start(Map<String, Object> given) {
        Map<String, Object> inputs = new HashMap<>(Map.ofEntries(
                Map.entry("loadBalancers", "name = lb1"),
                Map.entry("query", "tag = web"),
                Map.entry("backend", "web"),
                Map.entry("socket", "/run/haproxy/admin.sock"),
                Map.entry("folder", "/srv/shop"),
                Map.entry("release", "2.0"),
                Map.entry("artefact", "shop-2.0.tar.gz"),
                Map.entry("sha256", "ab".repeat(32)),
                Map.entry("activation", "shop.service"),
                Map.entry("healthUrl", "http://{address}:8080/health"),
                Map.entry("rollout", "1")));
        inputs.putAll(given);
        return ENGINE.start("deploy-application", inputs);
    }
}
