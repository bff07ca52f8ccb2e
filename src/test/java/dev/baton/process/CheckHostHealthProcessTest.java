package dev.baton.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import dev.baton.action.Finding;
import dev.baton.testing.ProcedureEngine;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CheckHostHealthProcessTest {

    @RegisterExtension
    static final ProcedureEngine ENGINE = new ProcedureEngine();

    @Test
    void allHealthy() {
        ProcessInstance run = ENGINE.start("check-host-health", Map.of("query", "platform = linux"));

        ENGINE.done("Task_CheckHealth", Map.of());

        assertThat(run).isEnded().hasPassed("EndEvent_AllHealthy").hasNotPassed("Task_RecordUnhealthyHosts");
    }

    @Test
    void faultsFoundAreRecorded() {
        ProcessInstance run = ENGINE.start("check-host-health", Map.of("query", "platform = linux"));

        ENGINE.done("Task_CheckHealth", ProcedureEngine.oneFailed("web2", "CHECK_FAILED: web2: /var is 100% full"));

        assertThat(run).isEnded().hasPassed("EndEvent_FaultsFound");
        Assertions.assertThat(ENGINE.findings())
                .extracting(Finding::device, Finding::kind, Finding::message)
                .containsExactly(Assertions.tuple(
                        "web2",
                        "host-unhealthy",
                        "The host did not pass its health check. CHECK_FAILED: /var is 100% full"));
    }

    @Test
    void noTargetFound() {
        ENGINE.select();

        ProcessInstance run = ENGINE.start("check-host-health", Map.of("query", "site = nowhere"));

        assertThat(run).isEnded().hasPassed("EndEvent_NoTargetFound");
    }
}
