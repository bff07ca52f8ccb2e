package dev.baton.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import dev.baton.action.Finding;
import dev.baton.action.Problem;
import dev.baton.testing.ProcedureEngine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ConfigComplianceProcessTest {

    @RegisterExtension
    static final ProcedureEngine ENGINE = new ProcedureEngine();

    @Test
    void compliant() {
        ProcessInstance run = checked(0, 0, Map.of());

        assertThat(run).isEnded().hasPassed("EndEvent_Compliant").hasNotPassed("Task_ApproveConfigurations");
    }

    @Test
    void aDeviceThatDoesNotAnswerIsAFindingAndNotCompliant() {
        ProcessInstance run = checked(0, 0, ProcedureEngine.oneFailed("web2", "TIMEOUT: no answer"));

        assertThat(run).isEnded().hasPassed("EndEvent_NotCompliant");
        Assertions.assertThat(ENGINE.findings())
                .extracting(Finding::device, Finding::kind, Finding::message)
                .containsExactly(Assertions.tuple(
                        "web2", "config-unknown", "The configuration could not be checked. TIMEOUT: no answer"));
    }

    @Test
    void atNightNobodyIsAsked() {
        Assertions.assertThat(ENGINE.timer("config-compliance").getDuedate())
                .hasHourOfDay(4)
                .hasMinute(0);
        ProcessInstance run = ENGINE.fire("config-compliance");

        ENGINE.done("Task_CheckCompliance", results(1, 0, Map.of()));

        assertThat(run).isEnded().hasPassed("EndEvent_NotCompliant").hasNotPassed("Task_ApproveConfigurations");
    }

    @Test
    void theApprovedLinesAreTypedAndEverythingIsCheckedAgain() {
        ProcessInstance run = checked(1, 0, Map.of());

        ENGINE.decide("Task_ApproveConfigurations", "approve");

        Assertions.assertThat(ENGINE.input("Task_ApplyRemedy", "lines")).isEqualTo("no ip http server");
        ENGINE.done("Task_ApplyRemedy", Map.of());
        ENGINE.done("Task_CheckCompliance", results(0, 0, Map.of()));
        assertThat(run).isEnded().hasPassed("EndEvent_Compliant");
    }

    @Test
    void theLinesAreShownBeforeTheyAreApproved() {
        checked(1, 0, Map.of());

        Assertions.assertThat(ENGINE.seen("Task_ApproveConfigurations"))
                .containsEntry("remedyLines", "no ip http server")
                .containsEntry("remedyQuery", "web1");
    }

    @Test
    void acceptedWhenDriftIsTheNewNormal() {
        ProcessInstance run = checked(0, 1, Map.of());

        ENGINE.decide("Task_ApproveConfigurations", "accept");
        Assertions.assertThat(ENGINE.input("Task_AcceptConfigurations", "accept"))
                .isEqualTo("true");
        ENGINE.done("Task_AcceptConfigurations", Map.of());

        assertThat(run).isEnded().hasPassed("EndEvent_Accepted").hasNotPassed("Task_ApplyRemedy");
    }

    @Test
    void leftAsItIsWithoutAYes() {
        ProcessInstance run = checked(1, 1, Map.of());

        ENGINE.decide("Task_ApproveConfigurations", "reject");

        assertThat(run).isEnded().hasPassed("EndEvent_LeftAsItIs").hasNotPassed("Task_ApplyRemedy");
    }

    @Test
    void remedyFailedWhenADeviceRefusesTheLines() {
        ProcessInstance run = checked(1, 0, Map.of());

        ENGINE.decide("Task_ApproveConfigurations", "approve");
        ENGINE.failed("Task_ApplyRemedy", Problem.TOO_MANY_FAILURES, Map.of());

        assertThat(run).isEnded().hasPassed("EndEvent_RemedyFailed");
    }

    @Test
    void noTargetFound() {
        ENGINE.select();

        ProcessInstance run = ENGINE.start("config-compliance", Map.of("query", "site = nowhere"));

        assertThat(run).isEnded().hasPassed("EndEvent_NoTargetFound");
    }

    private static ProcessInstance checked(int noncompliant, int drifted, Map<String, Object> failures) {
        ProcessInstance run = ENGINE.start("config-compliance", Map.of());
        ENGINE.done("Task_CheckCompliance", results(noncompliant, drifted, failures));
        return run;
    }

    private static Map<String, Object> results(int noncompliant, int drifted, Map<String, Object> failures) {
        Map<String, Object> results = new HashMap<>(Map.of(
                "complianceTable",
                List.of(),
                "noncompliantCount",
                noncompliant,
                "driftCount",
                drifted,
                "remedyLines",
                "no ip http server",
                "remedyQuery",
                "web1",
                "remedyCount",
                1));
        results.putAll(failures);
        return results;
    }
}
