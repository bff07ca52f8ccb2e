package dev.baton.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import dev.baton.testing.ProcedureEngine;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PatchReportProcessTest {

    @RegisterExtension
    static final ProcedureEngine ENGINE = new ProcedureEngine();

    @Test
    void reportComplete() {
        ProcessInstance run = report();

        ENGINE.done("Task_ListPatches", Pending.patches(2));

        assertThat(run)
                .isEnded()
                .hasPassed("EndEvent_ReportComplete")
                .variables()
                .containsEntry("summary", "2 patches pending on 1 of 2 hosts");
    }

    @Test
    void reportIncompleteWhenAHostDoesNotAnswer() {
        ProcessInstance run = report();

        ENGINE.done("Task_ListPatches", Pending.patchesWithOneHostSilent(0));

        assertThat(run).isEnded().hasPassed("EndEvent_ReportIncomplete");
    }

    @Test
    void noTargetFound() {
        ENGINE.select();

        ProcessInstance run = report();

        assertThat(run).isEnded().hasPassed("EndEvent_NoTargetFound");
    }

    private static ProcessInstance report() {
        return ENGINE.start("patch-report", Map.of("query", "platform = linux", "scope", "all"));
    }
}
