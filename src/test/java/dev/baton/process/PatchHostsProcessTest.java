package dev.baton.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import dev.baton.action.Problem;
import dev.baton.testing.ProcedureEngine;
import java.util.HashMap;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatchHostsProcessTest {

    @RegisterExtension
    static final ProcedureEngine ENGINE = new ProcedureEngine();

    @Test
    void patched() {
        ProcessInstance run = approved();

        patchBatch();
        assertThat(run).hasPassed("CallActivity_PatchWave").isWaitingAt("CallActivity_PatchWave");
        patchBatch();

        assertThat(run).isEnded().hasPassed("EndEvent_Patched");
    }

    @Test
    void nothingToPatch() {
        ProcessInstance run = start();

        ENGINE.done("Task_ListPatches", Pending.patches(0));

        assertThat(run).isEnded().hasPassed("EndEvent_NothingToPatch");
    }

    @Test
    void noTargetFound() {
        ENGINE.select();

        ProcessInstance run = start();

        assertThat(run).isEnded().hasPassed("EndEvent_NoTargetFound");
    }

    @ParameterizedTest
    @ValueSource(strings = {"reject", "changes", "", "Approve", "yes"})
    void patchingRefusedUnlessThePersonApproves(String decision) {
        ProcessInstance run = start();

        ENGINE.done("Task_ListPatches", Pending.patches(3));
        ENGINE.decide("Task_ApprovePatching", decision);

        assertThat(run).isEnded().hasPassed("EndEvent_PatchingRefused").hasNotPassed("Task_TakeNextBatch");
    }

    @Test
    void patchingStoppedByAnOperator() {
        ProcessInstance run = approved();

        ENGINE.failed("Task_CheckHealthBefore", Problem.TOO_MANY_FAILURES, Map.of());
        ENGINE.decide("Task_ReviewFailedHosts", "stop");

        assertThat(run).isEnded().hasPassed("EndEvent_PatchingStopped");
    }

    @Test
    void partlyPatchedWhenAnOperatorLeavesAHostOut() {
        ProcessInstance run = approved();

        ENGINE.failed("Task_CheckHealthBefore", Problem.UNREACHABLE, Map.of());
        ENGINE.decide("Task_ReviewFailedHosts", "continue");
        patchBatch();

        assertThat(run).isEnded().hasPassed("EndEvent_PartlyPatched");
    }

    @Test
    void aHostThatDoesNotAnswerIsNotTakenForOneWithoutPatches() {
        ProcessInstance run = start();

        ENGINE.done("Task_ListPatches", Pending.patchesWithOneHostSilent(0));

        assertThat(run).isWaitingAt("Task_ApprovePatching").variables().containsEntry("patchRisk", "high");
    }

    @Test
    void aStepThatIsRefusedAsAWholeCountsForTheWholeBatch() {
        ProcessInstance run = approved();

        ENGINE.refused("Task_CheckHealthBefore", Problem.BAD_INPUT);
        ENGINE.decide("Task_ReviewFailedHosts", "continue");
        patchBatch();

        assertThat(run).isEnded().hasPassed("EndEvent_PartlyPatched");
    }

    @Test
    void thePatchTableReachesTheFormAsJson() {
        ProcessInstance run = start();

        ENGINE.done("Task_ListPatches", Pending.patches(3));

        Assertions.assertThat(ENGINE.type(run, "patchTable")).isEqualTo("json");
    }

    @Test
    void aRetryRunsTheSameBatchAgain() {
        ProcessInstance run = approved();

        Pending.patch(ENGINE, "Task_ApplyPatches");
        ENGINE.failed("Task_ApplyPatches", Problem.COMMAND_REJECTED, Map.of());
        ENGINE.decide("Task_ReviewFailedHosts", "retry");

        Assertions.assertThat(ENGINE.input("Task_CheckHealthBefore", "targets")).isEqualTo("web1");
        patchBatch();
        patchBatch();
        assertThat(run).isEnded().hasPassed("EndEvent_Patched");
    }

    @Test
    void continuingGoesOnWithTheOtherHostsOfTheBatch() {
        ProcessInstance run = approved();

        ENGINE.failed("Task_CheckHealthBefore", Problem.TOO_MANY_FAILURES, Map.of("remainingTargets", "web3"));
        ENGINE.decide("Task_ReviewFailedHosts", "continue");

        Assertions.assertThat(ENGINE.input("Task_CheckHealthBefore", "targets")).isEqualTo("web3");
        patchBatch();
        patchBatch();
        assertThat(run).isEnded().hasPassed("EndEvent_PartlyPatched");
    }

    @Test
    void theReviewNamesTheHostsThatAreHeldAndContinueRunsThem() {
        ENGINE.select("web1", "web2", "web3");
        ProcessInstance run = approved();
        patchBatch();

        ENGINE.failed("Task_CheckHealthBefore", Problem.CHECK_FAILED, Map.of("failedTargets", "web2"));
        Assertions.assertThat(ENGINE.seen("Task_ReviewFailedHosts"))
                .containsEntry("failedHosts", "1 host")
                .containsEntry("heldHosts", "1 host")
                .containsEntry("heldNames", "web3")
                .containsEntry("doneHosts", "1 host")
                .containsEntry("doneDevices", "web1");

        ENGINE.decide("Task_ReviewFailedHosts", "continue");
        Assertions.assertThat(ENGINE.input("Task_CheckHealthBefore", "targets")).isEqualTo("web3");
        patchBatch();
        assertThat(run).isEnded().hasPassed("EndEvent_PartlyPatched");
    }

    @Test
    void hostsHeldInTheBatchAreNamedBeforeThoseOfLaterBatches() {
        approved();

        ENGINE.failed(
                "Task_CheckHealthBefore",
                Problem.TOO_MANY_FAILURES,
                Map.of("failed", 2, "unknown", 1, "held", 1, "heldDevices", "web9"));

        Assertions.assertThat(ENGINE.seen("Task_ReviewFailedHosts"))
                .containsEntry("failedHosts", "3 hosts")
                .containsEntry("heldHosts", "2 hosts")
                .containsEntry("heldNames", "web9, web2")
                .containsEntry("doneHosts", "0 hosts");
    }

    @Test
    void stoppingLeavesTheHeldHostsUntouched() {
        ProcessInstance run = approved();

        ENGINE.failed("Task_CheckHealthBefore", Problem.CHECK_FAILED, Map.of());
        Assertions.assertThat(ENGINE.seen("Task_ReviewFailedHosts")).containsEntry("heldNames", "web2");
        ENGINE.decide("Task_ReviewFailedHosts", "stop");

        assertThat(run)
                .isEnded()
                .hasPassed("EndEvent_PatchingStopped")
                .variables()
                .containsEntry("batch", "web1");
    }

    @Test
    void afterARetryAStepThatIsRefusedAsAWholeCountsForTheWholeBatchAgain() {
        approved();
        ENGINE.failed("Task_CheckHealthBefore", Problem.TOO_MANY_FAILURES, Map.of("failed", 0, "held", 1));
        ENGINE.decide("Task_ReviewFailedHosts", "retry");

        ENGINE.refused("Task_CheckHealthBefore", Problem.BAD_INPUT);

        Assertions.assertThat(ENGINE.seen("Task_ReviewFailedHosts"))
                .containsEntry("failedHosts", "1 host")
                .containsEntry("heldNames", "web2")
                .containsEntry("failureTable", null);
    }

    @Test
    void theWavesOfTheRequestTakeThePlaceOfTheTable() {
        ENGINE.start("patch-hosts", Map.of("query", "platform = linux", "scope", "all", "waves", "1, 2"));

        ENGINE.done("Task_ListPatches", Pending.patches(3));

        Assertions.assertThat(ENGINE.seen("Task_ApprovePatching"))
                .containsEntry("rollout", "1, 2")
                .containsEntry("waveCount", 2)
                .containsEntry("wavePlan", "Wave 1: web1\nWave 2: web2");
    }

    @Test
    void whatTheRequestAsksForReachesTheSteps() {
        ENGINE.start(
                "patch-hosts",
                Map.of(
                        "query", "platform = linux",
                        "scope", "cves",
                        "cves", "CVE-2099-1",
                        "exclude", "docker-ce",
                        "reboot", "never",
                        "snapshot", "/usr/local/sbin/take-snapshot"));
        Assertions.assertThat(ENGINE.input("Task_ListPatches", "cves")).isEqualTo("CVE-2099-1");
        Map<String, Object> listed = new HashMap<>(Pending.patches(1));
        listed.put("cvePackages", SpinValues.jsonValue("[\"openssl\"]").create());
        ENGINE.done("Task_ListPatches", listed);
        Assertions.assertThat(ENGINE.seen("Task_ApprovePatching"))
                .containsEntry("rebootRule", "never; a host that needs one gets a finding")
                .containsEntry("snapshotRule", "/usr/local/sbin/take-snapshot");
        ENGINE.decide("Task_ApprovePatching", "approve");

        Pending.patch(ENGINE, "Task_TakeSnapshot");
        Assertions.assertThat(ENGINE.input("Task_TakeSnapshot", "snapshot")).isEqualTo("/usr/local/sbin/take-snapshot");
        Pending.patch(ENGINE, "Task_TakeSnapshot", "Task_ApplyPatches");
        Assertions.assertThat(String.valueOf(ENGINE.input("Task_ApplyPatches", "packages")))
                .isEqualTo("[\"openssl\"]");
        Assertions.assertThat(ENGINE.input("Task_ApplyPatches", "exclude")).isEqualTo("docker-ce");
        Pending.patch(ENGINE, "Task_ApplyPatches", "Task_RebootIfNeeded");
        Assertions.assertThat(ENGINE.input("Task_RebootIfNeeded", "allowed")).isEqualTo("false");
    }

    @Test
    void theApprovedRolloutSetsTheBatches() {
        ProcessInstance run = approved();

        assertThat(run)
                .variables()
                .containsEntry("rollout", "1, 50%, rest")
                .containsEntry("approved", true)
                .containsEntry("reason", "because a test asks");
    }

    private static ProcessInstance start() {
        return ENGINE.start("patch-hosts", Map.of("query", "platform = linux", "scope", "all"));
    }

    private static ProcessInstance approved() {
        ProcessInstance run = start();
        ENGINE.done("Task_ListPatches", Pending.patches(3));
        ENGINE.decide("Task_ApprovePatching", "approve");
        return run;
    }

    private static void patchBatch() {
        Pending.patch(ENGINE);
    }
}
