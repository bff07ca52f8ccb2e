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

class CertificateCheckProcessTest {

    private static final String KEY = "certificate-check";

    @RegisterExtension
    static final ProcedureEngine ENGINE = new ProcedureEngine();

    @Test
    void allInOrder() {
        ProcessInstance run = check();

        ENGINE.done("Task_CheckCertificates", found(0, Map.of()));

        assertThat(run).isEnded().hasPassed("EndEvent_AllInOrder");
    }

    @Test
    void flawsFound() {
        ProcessInstance run = check();

        ENGINE.done("Task_CheckCertificates", found(1, Map.of()));

        assertThat(run)
                .isEnded()
                .hasPassed("EndEvent_FlawsFound")
                .variables()
                .containsEntry("summary", "3 certificates seen on 2 devices, 1 findings");
    }

    @Test
    void partlyCheckedWhenADeviceCannotBeChecked() {
        ProcessInstance run = check();

        ENGINE.done("Task_CheckCertificates", found(0, ProcedureEngine.oneFailed("web2", "UNREACHABLE: no answer")));

        assertThat(run).isEnded().hasPassed("EndEvent_PartlyChecked");
        Assertions.assertThat(ENGINE.findings())
                .extracting(Finding::device, Finding::kind, Finding::message)
                .containsExactly(Assertions.tuple(
                        "web2", "certificate-unread", "The certificates could not be checked. UNREACHABLE: no answer"));
    }

    @Test
    void noTargetFound() {
        ENGINE.select();

        ProcessInstance run = check();

        assertThat(run).isEnded().hasPassed("EndEvent_NoTargetFound");
    }

    @Test
    void itsTimerChecksEveryDay() {
        Assertions.assertThat(ENGINE.timer(KEY).getDuedate().toInstant().toString())
                .endsWith("T05:30:00Z");

        ProcessInstance run = ENGINE.fire(KEY);

        assertThat(run).isWaitingAt("Task_CheckCertificates").variables().containsEntry("requester", "timer");
        Assertions.assertThat(ENGINE.input("Task_CheckCertificates", "policy")).isEqualTo("certificate-urgency");
    }

    private static ProcessInstance check() {
        return ENGINE.start(KEY, Map.of("query", "role = web"));
    }

    private static Map<String, Object> found(int flaws, Map<String, Object> more) {
        Map<String, Object> variables =
                new HashMap<>(Map.of("certificateCount", 3, "flawCount", flaws, "certificateTable", List.of()));
        variables.putAll(more);
        return variables;
    }
}
