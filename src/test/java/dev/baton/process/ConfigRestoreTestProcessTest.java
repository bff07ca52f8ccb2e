package dev.baton.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import dev.baton.action.Finding;
import dev.baton.testing.ProcedureEngine;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ConfigRestoreTestProcessTest {

    private static final String NO_HOST = "site = nowhere";

    @RegisterExtension
    static final ProcedureEngine ENGINE = new ProcedureEngine();

    @Test
    void sampleRestorable() {
        ProcessInstance run = test(Map.of("sampleShare", 100));

        Assertions.assertThat(ENGINE.input("Task_TestRestore", "targets")).isEqualTo("web1+web2");
        tested(2, 2);
        Assertions.assertThat(ENGINE.input("Task_CheckSyntax", "sample")).isEqualTo("web1+web2");
        ENGINE.done("Task_CheckSyntax", Map.of("syntaxCheckedCount", 2, "syntaxWrongCount", 0));

        assertThat(run)
                .isEnded()
                .hasPassed("EndEvent_SampleRestorable")
                .variables()
                .containsEntry(
                        "summary",
                        "2 of 2 would restore, 0 tried on the device, 2 by a program; 3 secrets would have to be entered");
    }

    @Test
    void aHostIsNotNeeded() {
        ProcessInstance run = test(Map.of("checkHost", NO_HOST));

        tested(1, 1);

        assertThat(run).isEnded().hasNotPassed("Task_CheckSyntax").hasPassed("EndEvent_SampleRestorable");
    }

    @Test
    void notAllProvenWhenAProgramRefusesOne() {
        ProcessInstance run = test(Map.of());

        tested(1, 1);
        ENGINE.done("Task_CheckSyntax", Map.of("syntaxCheckedCount", 1, "syntaxWrongCount", 1));

        assertThat(run).isEnded().hasPassed("EndEvent_NotAllProven");
    }

    @Test
    void notAllProvenWhenADeviceCannotBeAsked() {
        ProcessInstance run = test(Map.of("checkHost", NO_HOST));

        ENGINE.done(
                "Task_TestRestore",
                Map.of(
                        "restorableCount", 0,
                        "loadedCount", 0,
                        "secretCount", 0,
                        "allSucceeded", false,
                        "failed", 1,
                        "failedTargets", "web1",
                        "failureSummary", "web1: UNREACHABLE: no route"));

        assertThat(run).isEnded().hasPassed("EndEvent_NotAllProven");
        Assertions.assertThat(ENGINE.findings())
                .extracting(Finding::device, Finding::kind)
                .containsExactly(Assertions.tuple("web1", "config-restore-untested"));
    }

    @Test
    void noBackupFound() {
        ENGINE.select("new1");

        assertThat(test(Map.of())).isEnded().hasPassed("EndEvent_NoBackupFound");
    }

    @Test
    void itsTimerTestsASampleEveryMonth() {
        Assertions.assertThat(ENGINE.timer("config-restore-test").getDuedate())
                .hasDayOfMonth(1)
                .hasHourOfDay(5);

        assertThat(ENGINE.fire("config-restore-test"))
                .isWaitingAt("Task_TestRestore")
                .variables()
                .containsEntry("targetCount", 1)
                .containsEntry("backedUpCount", 2);
    }

    private static ProcessInstance test(Map<String, Object> inputs) {
        return ENGINE.start("config-restore-test", inputs);
    }

    private static void tested(int total, int restorable) {
        ENGINE.done(
                "Task_TestRestore",
                Map.of("total", total, "restorableCount", restorable, "loadedCount", 0, "secretCount", 3));
    }
}
