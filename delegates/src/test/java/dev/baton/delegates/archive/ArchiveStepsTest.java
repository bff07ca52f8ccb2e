package dev.baton.delegates.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import dev.baton.action.ConfigArchive;
import dev.baton.action.ConfigArchive.Coverage;
import dev.baton.action.ConfigArchive.Keeping;
import dev.baton.action.ConfigArchive.State;
import dev.baton.action.ConfigArchive.Thinned;
import dev.baton.action.Finding;
import dev.baton.action.Findings;
import dev.baton.action.Observations;
import dev.baton.action.Observations.Seen;
import dev.baton.action.Problem;
import dev.baton.action.Severity;
import dev.baton.action.TargetSets;
import dev.baton.action.TargetSets.TargetSet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ArchiveStepsTest {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    private final ConfigArchive archive = mock();
    private final Findings findings = mock();
    private final TargetSets sets = mock();
    private final Observations observations = mock();
    private final DelegateExecution execution = mock();

    @BeforeEach
    void aRun() {
        when(execution.getVariable("run")).thenReturn("RUN-000042");
        when(execution.getProcessInstanceId()).thenReturn("instance");
        when(sets.freeze(anyString(), any())).thenAnswer(call -> {
            List<String> devices = call.getArgument(1);
            return new TargetSet(String.join("+", devices), devices);
        });
    }

    @Test
    void whatLacksABackupIsAFindingAndWhatIsInOrderAgainIsNone() throws Exception {
        when(archive.coverage())
                .thenReturn(List.of(
                        coverage("fresh", State.CURRENT, Duration.ofHours(9), null, "backup-stale"),
                        coverage("old", State.STALE, Duration.ofDays(5), Duration.ofDays(4), "backup-stale"),
                        coverage("new", State.MISSING, null, null),
                        coverage("ups", State.EXEMPT, null, null, "backup-missing"),
                        coverage("other", State.MISSING, null, null)));
        when(execution.getVariable("targets")).thenReturn("set1");
        when(sets.get("set1")).thenReturn(new TargetSet("set1", List.of("fresh", "old", "new", "ups")));

        new ReportBackupCoverage(archive, findings, sets).execute(execution);

        verify(findings).resolve("RUN-000042", "fresh", "backup-stale");
        verify(findings).resolve("RUN-000042", "ups", "backup-missing");
        verify(findings)
                .report(
                        "RUN-000042",
                        new Finding(
                                "old",
                                "backup-stale",
                                null,
                                Severity.WARNING,
                                "The last good backup of the configuration is 5 days old, from 2026-11-20T12:00:00Z; the backup"
                                        + " fails since 4 days, from 2026-11-21T12:00:00Z."));
        verify(findings)
                .report(
                        "RUN-000042",
                        new Finding(
                                "new",
                                "backup-missing",
                                null,
                                Severity.WARNING,
                                "No backup of the configuration is kept."));
        verifyNoMoreInteractions(findings);
        verify(execution).setVariableLocal("currentCount", 1);
        verify(execution).setVariableLocal("missingCount", 1);
        verify(execution)
                .setVariableLocal(
                        "coverageTable",
                        "old: The last good backup of the configuration is 5 days old, from 2026-11-20T12:00:00Z; the backup fails"
                                + " since 4 days, from 2026-11-21T12:00:00Z.\nnew: No backup of the configuration is kept.\nups: Not"
                                + " backed up: it is a test.");
    }

    @Test
    void whatWasRemovedIsTold() throws Exception {
        when(execution.getVariable("keepAll")).thenReturn("P30D");
        Keeping keeping =
                new Keeping(Duration.ofDays(30), Duration.ofDays(400), Duration.ofDays(730), Duration.ofDays(2555));
        when(archive.thinOut(keeping)).thenReturn(new Thinned(Map.of("sw2", List.of(4), "sw1", List.of(1, 2)), 3));

        new ThinOutRevisions(archive).execute(execution);

        verify(execution).setVariableLocal("removedRevisions", 3);
        verify(execution).setVariableLocal("removedContents", 3);
        verify(execution).setVariableLocal("removedFrom", "sw1: 1, 2; sw2: 4");
    }

    @Test
    void keepingLongerWhatIsFinerIsRefused() {
        when(execution.getVariable("keepAll")).thenReturn("P500D");

        assertThatThrownBy(() -> new ThinOutRevisions(archive).execute(execution))
                .isInstanceOfSatisfying(
                        BpmnError.class,
                        error -> assertThat(error.getErrorCode()).isEqualTo(Problem.BAD_INPUT.name()));
    }

    @Test
    void thoseTestedTheLongestAgoAreDrawnOfEachPlatform() throws Exception {
        when(sets.choose(eq("instance"), eq(""))).thenReturn(new TargetSet("all", List.of("a", "b", "c", "d", "gone")));
        when(sets.choose(eq("instance"), eq("tag = config-check")))
                .thenThrow(Problem.NO_TARGETS.because("no such host"));
        when(archive.coverage())
                .thenReturn(List.of(
                        coverage("a", State.CURRENT, Duration.ZERO, null),
                        coverage("b", State.STALE, Duration.ZERO, null),
                        coverage("c", State.CURRENT, Duration.ZERO, null),
                        new Coverage("d", "frr", State.CURRENT, NOW, null, null, NOW, Set.of()),
                        coverage("gone", State.MISSING, null, null)));
        when(observations.latest("config-restore-test"))
                .thenReturn(Map.of(
                        "a", new Seen(Map.of(), NOW, NOW, "RUN-000041"),
                        "c", new Seen(Map.of(), NOW, NOW.minusSeconds(9), "RUN-000040")));
        when(execution.getVariable("sampleShare")).thenReturn(50);

        new ChooseRestoreSample(archive, observations, sets).execute(execution);

        verify(execution).setVariableLocal("targets", "b+c+d");
        verify(execution).setVariableLocal("targetCount", 3);
        verify(execution).setVariableLocal("backedUpCount", 4);
        verify(execution).setVariableLocal("checkHosts", "");
    }

    private static Coverage coverage(String device, State state, Duration age, Duration failing, String... open) {
        return new Coverage(
                device,
                "cisco_ios",
                state,
                age == null ? null : NOW.minus(age),
                failing == null ? null : NOW.minus(failing),
                state == State.EXEMPT ? "it is a test" : null,
                NOW,
                Set.of(open));
    }
}
