package dev.baton.delegates.finding;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import dev.baton.action.Finding;
import dev.baton.action.Findings;
import dev.baton.action.Severity;
import dev.baton.action.TargetSets;
import dev.baton.action.TargetSets.TargetSet;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.junit.jupiter.api.Test;

class RecordFindingTest {

    private final TargetSets sets = mock();
    private final Findings findings = mock();
    private final DelegateExecution execution = mock();

    @Test
    void everyDeviceOfTheSetGetsTheFinding() {
        given(Map.of("run", "RUN-000042", "targets", "set-1", "kind", "backup-failed", "message", "No backup."));
        when(sets.get("set-1")).thenReturn(new TargetSet("set-1", List.of("a", "b")));

        new RecordFinding(sets, findings).execute(execution);

        verify(findings).report("RUN-000042", new Finding("a", "backup-failed", null, Severity.WARNING, "No backup."));
        verify(findings).report("RUN-000042", new Finding("b", "backup-failed", null, Severity.WARNING, "No backup."));
        verifyNoMoreInteractions(findings);
        verify(execution).setVariableLocal("findingCount", 2);
    }

    @Test
    void theMessageEndsWithTheDevicesOwnReason() {
        given(Map.of(
                "run", "RUN-000042",
                "targets", "set-1",
                "kind", "host-unhealthy",
                "message", "Not healthy.",
                "reasons", "web-10: TIMEOUT: no answer\nweb-1: CHECK_FAILED: web-1: nginx.service has failed"));
        when(sets.get("set-1")).thenReturn(new TargetSet("set-1", List.of("web-1", "web-2")));

        new RecordFinding(sets, findings).execute(execution);

        verify(findings)
                .report(
                        "RUN-000042",
                        new Finding(
                                "web-1",
                                "host-unhealthy",
                                null,
                                Severity.WARNING,
                                "Not healthy. CHECK_FAILED: nginx.service has failed"));
        verify(findings)
                .report("RUN-000042", new Finding("web-2", "host-unhealthy", null, Severity.WARNING, "Not healthy."));
    }

    @Test
    void anEmptySetRecordsNothing() {
        given(Map.of("targets", "", "kind", "backup-failed", "message", "No backup."));

        new RecordFinding(sets, findings).execute(execution);

        verifyNoInteractions(findings, sets);
        verify(execution).setVariableLocal("findingCount", 0);
    }

    @Test
    void aFindingNeedsAMessage() {
        given(Map.of("targets", "set-1", "kind", "backup-failed"));

        assertThatThrownBy(() -> new RecordFinding(sets, findings).execute(execution))
                .isInstanceOf(BpmnError.class)
                .hasMessageContaining("message");
    }

    private void given(Map<String, Object> variables) {
        when(execution.getVariable(anyString())).thenAnswer(call -> variables.get(call.<String>getArgument(0)));
    }
}
