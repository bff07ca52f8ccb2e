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

/** The backup of hosts, on demand and every night. */
class HostBackupProcessTest {

    @RegisterExtension
    static final ProcedureEngine ENGINE = new ProcedureEngine();

    @Test
    void backedUp() {
        ProcessInstance run = start();

        backUp(Map.of());
        check(Map.of());
        restore(Map.of());
        forget(0);

        assertThat(run)
                .isEnded()
                .hasPassed("EndEvent_BackedUp")
                .variables()
                .containsEntry("allBackedUp", true)
                .containsEntry("worstRpoHours", 24.5);
    }

    @Test
    void whatIsMoreThanUsualIsForgottenOnlyAfterAnApproval() {
        ProcessInstance run = start();
        backUp(Map.of());
        check(Map.of());
        restore(Map.of());
        Assertions.assertThat(ENGINE.input("Task_ForgetSnapshots", "mostForgotten"))
                .isEqualTo(3L);
        forget(1);
        assertThat(run).isWaitingAt("Task_ApproveRetention");
        Assertions.assertThat(ENGINE.seen("Task_ApproveRetention").get("heldBackTable"))
                .isNotNull();

        ENGINE.decide("Task_ApproveRetention", "approve");
        Assertions.assertThat(ENGINE.input("Task_ForgetSnapshots", "mostForgotten"))
                .isEqualTo(12);
        Assertions.assertThat(ENGINE.input("Task_ForgetSnapshots", "lastOfPath"))
                .isEqualTo(true);
        forget(0);

        assertThat(run).isEnded().hasPassed("EndEvent_BackedUp");
    }

    @Test
    void snapshotsAreKeptWithoutAnApproval() {
        for (String decision : new String[] {"reject", "changes"}) {
            ProcessInstance run = start();
            backUp(Map.of());
            check(Map.of());
            restore(Map.of());
            forget(1);

            ENGINE.decide("Task_ApproveRetention", decision);

            assertThat(run).isEnded().hasPassed("EndEvent_SnapshotsKept").hasNotPassed("EndEvent_BackedUp");
        }
    }

    @Test
    void faultsFoundForAnIncompleteBackupAndNothingIsForgotten() {
        ProcessInstance run = start();

        backUp(Map.of("incompleteCount", 1));
        check(Map.of());
        restore(Map.of());

        assertThat(run).isEnded().hasPassed("EndEvent_FaultsFound").hasNotPassed("Task_ForgetSnapshots");
    }

    @Test
    void aDamagedRepositoryOrAFailedRestoreIsAFault() {
        for (boolean damaged : new boolean[] {true, false}) {
            ProcessInstance run = start();

            backUp(Map.of());
            check(Map.of("damagedCount", damaged ? 1 : 0));
            restore(Map.of("restoreFailedCount", damaged ? 0 : 1));

            assertThat(run).isEnded().hasPassed("EndEvent_FaultsFound");
        }
    }

    @Test
    void aHostThatCouldNotBeAskedIsNeverTakenForSound() {
        for (String step : List.of("check", "restore")) {
            Map<String, Object> silent = Map.of("allSucceeded", false, "failed", 1);
            ProcessInstance run = start();

            backUp(Map.of());
            check(step.equals("check") ? silent : Map.of());
            restore(step.equals("restore") ? silent : Map.of());

            assertThat(run).isEnded().hasPassed("EndEvent_FaultsFound");
        }
    }

    @Test
    void aHostWithoutABackupGetsAFinding() {
        ProcessInstance run = start();

        backUp(ProcedureEngine.oneFailed("web2", "CHECK_FAILED: web2: there is no repository at /var/backups/restic"));
        check(Map.of());
        restore(Map.of());

        assertThat(run).isEnded().hasPassed("EndEvent_FaultsFound");
        Assertions.assertThat(ENGINE.findings())
                .extracting(Finding::device, Finding::kind)
                .containsExactly(Assertions.tuple("web2", "host-backup-failed"));
    }

    @Test
    void noTargetFound() {
        ENGINE.select();

        assertThat(start()).isEnded().hasPassed("EndEvent_NoTargetFound");
        assertThat(ENGINE.start("nightly-host-backup", Map.of())).isEnded().hasPassed("EndEvent_NoTargetFound");
    }

    @Test
    void everyNightTheTaggedHostsAreBackedUp() {
        Assertions.assertThat(ENGINE.timer("nightly-host-backup").getDuedate())
                .hasHourOfDay(1)
                .hasMinute(0);

        ProcessInstance run = ENGINE.fire("nightly-host-backup");

        Assertions.assertThat(ENGINE.input("Task_DumpDatabases", "query")).isEqualTo("tag = backup");
        backUp(Map.of());
        check(Map.of());
        restore(Map.of());
        Assertions.assertThat(ENGINE.input("Task_ForgetSnapshots", "keepDaily")).isEqualTo(7L);
        forget(0);
        assertThat(run).isEnded().hasPassed("EndEvent_BackedUp");
    }

    @Test
    void aNightWithAFaultEndsAsSuch() {
        ProcessInstance run = ENGINE.start("nightly-host-backup", Map.of());

        backUp(Map.of());
        check(Map.of("damagedCount", 1));
        restore(Map.of());

        assertThat(run).isEnded().hasPassed("EndEvent_FaultsFound");
    }

    private static void backUp(Map<String, Object> outcome) {
        ENGINE.done("Task_DumpDatabases", Map.of("dumpFailedCount", 0));
        ENGINE.done(
                "Task_BackUpFiles",
                with(Map.of("backupTable", List.of(), "incompleteCount", 0, "worstRpoHours", 24.5), outcome));
    }

    private static void check(Map<String, Object> outcome) {
        ENGINE.done("Task_CheckRepository", with(Map.of("damagedCount", 0), outcome));
    }

    private static void restore(Map<String, Object> outcome) {
        ENGINE.done("Task_TestRestore", with(Map.of("restoreFailedCount", 0, "slowestRestoreSeconds", 3L), outcome));
    }

    private static Map<String, Object> with(Map<String, Object> usual, Map<String, Object> outcome) {
        Map<String, Object> all = new HashMap<>(usual);
        all.putAll(outcome);
        return all;
    }

    private static ProcessInstance start() {
        return ENGINE.start(
                "host-backup",
                Map.of(
                        "query", "tag = backup",
                        "repository", "/var/backups/restic",
                        "passwordFile", "/etc/restic/password",
                        "paths", "/etc",
                        "databases", "none",
                        "readShare", "5%",
                        "keepDaily", 7,
                        "keepWeekly", 5,
                        "keepMonthly", 12));
    }

    private static void forget(int heldBack) {
        ENGINE.done(
                "Task_ForgetSnapshots",
                Map.of(
                        "heldBackCount",
                        heldBack,
                        "heldBackMost",
                        heldBack * 12,
                        "heldBackTable",
                        List.of(Map.of("device", "web-01", "why", "12 would go, more than 3"))));
    }
}
