package dev.baton.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import dev.baton.action.Finding;
import dev.baton.testing.ProcedureEngine;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class NightlyConfigBackupProcessTest {

    private static final Map<String, Object> ONE_FAILED = Map.of(
            "allSucceeded",
            false,
            "failed",
            1,
            "failedTargets",
            "web2",
            "failureSummary",
            "web2: TIMEOUT: no answer",
            "changedConfigs",
            0,
            "skippedConfigs",
            0);

    @RegisterExtension
    static final ProcedureEngine ENGINE = new ProcedureEngine();

    @Test
    void allBackedUp() {
        ProcessInstance run = backUp();

        ENGINE.done("Task_BackUpConfigurations", Map.of("changedConfigs", 1, "skippedConfigs", 0));

        assertThat(run).isEnded().hasPassed("Task_ReportCoverage", "Task_ThinOutRevisions", "EndEvent_BackedUp");
    }

    @Test
    void partlyBackedUpWhenAnOperatorAcceptsTheFailures() {
        ProcessInstance run = backUp();

        ENGINE.done("Task_BackUpConfigurations", ONE_FAILED);
        ENGINE.decide("Task_ReviewFailedBackups", "continue");

        assertThat(run).isEnded().hasPassed("EndEvent_PartlyBackedUp");
        Assertions.assertThat(ENGINE.findings())
                .extracting(Finding::device, Finding::kind, Finding::message)
                .containsExactly(Assertions.tuple(
                        "web2", "backup-failed", "The configuration could not be backed up. TIMEOUT: no answer"));
    }

    @Test
    void noTargetFound() {
        ENGINE.select();

        ProcessInstance run = ENGINE.start("nightly-config-backup", Map.of("query", "site = nowhere"));

        assertThat(run).isEnded().hasPassed("EndEvent_NoTargetFound");
    }

    @Test
    void itsTimerBacksUpEveryDeviceAtNight() {
        Assertions.assertThat(ENGINE.timer("nightly-config-backup").getDuedate())
                .hasHourOfDay(2)
                .hasMinute(0);

        ProcessInstance run = ENGINE.fire("nightly-config-backup");

        assertThat(run)
                .isWaitingAt("Task_BackUpConfigurations")
                .variables()
                .containsEntry("query", "")
                .containsEntry("requester", "timer")
                .containsEntry("mode", "live")
                .containsEntry("reason", "Started by its timer")
                .containsEntry("targetCount", 2);
        Assertions.assertThat(ENGINE.input("Task_BackUpConfigurations", "reason"))
                .isEqualTo("Started by its timer");
        ENGINE.done("Task_BackUpConfigurations", Map.of("changedConfigs", 0, "skippedConfigs", 2));
        assertThat(run).isEnded().hasPassed("EndEvent_BackedUp");
    }

    @Test
    void aRetryBacksUpTheFailedDevicesOnly() {
        ProcessInstance run = backUp();

        ENGINE.done("Task_BackUpConfigurations", ONE_FAILED);
        ENGINE.decide("Task_ReviewFailedBackups", "retry");

        Assertions.assertThat(ENGINE.input("Task_BackUpConfigurations", "targets"))
                .isEqualTo("web2");
        ENGINE.done("Task_BackUpConfigurations", Map.of("changedConfigs", 1, "skippedConfigs", 0));
        assertThat(run).isEnded().hasPassed("EndEvent_BackedUp");
    }

    @Test
    void theReasonOfTheReviewDoesNotReplaceTheReasonOfTheRun() {
        ProcessInstance run = backUp();

        ENGINE.done("Task_BackUpConfigurations", ONE_FAILED);
        ENGINE.decide("Task_ReviewFailedBackups", "retry");

        assertThat(run).variables().containsEntry("reason", "because a test asks");
    }

    private static ProcessInstance backUp() {
        return ENGINE.start("nightly-config-backup", Map.of());
    }
}
