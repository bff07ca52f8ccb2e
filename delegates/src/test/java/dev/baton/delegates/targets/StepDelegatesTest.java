package dev.baton.delegates.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.baton.action.Problem;
import dev.baton.action.TargetSets;
import dev.baton.action.TargetSets.TargetSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StepDelegatesTest {

    private final TargetSets sets = mock();
    private final DelegateExecution execution = mock();
    private final Map<String, Object> variables = new HashMap<>();

    @BeforeEach
    void theExecutionKeepsVariables() {
        when(execution.getProcessInstanceId()).thenReturn("instance-1");
        when(execution.getVariable(anyString())).thenAnswer(call -> variables.get(call.<String>getArgument(0)));
        doAnswer(call -> variables.put(call.getArgument(0), call.getArgument(1)))
                .when(execution)
                .setVariableLocal(anyString(), any());
    }

    @Test
    void theQueryChoosesTheTargets() {
        variables.put("query", "site=ams1");
        when(sets.choose("instance-1", "site=ams1")).thenReturn(new TargetSet("set-1", List.of("a", "b")));

        new ChooseTargets(sets).execute(execution);

        assertThat(variables).containsEntry("targets", "set-1").containsEntry("targetCount", 2);
    }

    @Test
    void givenTargetsAreKept() {
        variables.putAll(Map.of("query", "site=ams1", "targets", "set-7"));
        when(sets.get("set-7")).thenReturn(new TargetSet("set-7", List.of("a")));

        new ChooseTargets(sets).execute(execution);

        assertThat(variables).containsEntry("targets", "set-7").containsEntry("targetCount", 1);
    }

    @Test
    void noTargetIsAnErrorThatTheDiagramMayCatch() {
        when(sets.choose(any(), any())).thenThrow(Problem.NO_TARGETS.because("nothing matches"));

        assertThatThrownBy(() -> new ChooseTargets(sets).execute(execution))
                .isInstanceOfSatisfying(
                        BpmnError.class,
                        error -> assertThat(error.getErrorCode()).isEqualTo("NO_TARGETS"));
    }

    @Test
    void batchesAreCountedUntilNoneIsLeft() {
        variables.putAll(Map.of("targets", "set-1", "batches", "1, rest"));
        when(sets.get("set-1")).thenReturn(new TargetSet("set-1", List.of("a", "b", "c")));
        when(sets.nextBatch("instance-1", "set-1", "1, rest"))
                .thenReturn(Optional.of(new TargetSet("batch-1", List.of("a"))))
                .thenReturn(Optional.of(new TargetSet("batch-2", List.of("b", "c"))))
                .thenReturn(Optional.empty());
        NextBatch nextBatch = new NextBatch(sets);

        nextBatch.execute(execution);
        assertThat(variables)
                .containsEntry("batch", "batch-1")
                .containsEntry("batchNumber", 1)
                .containsEntry("moreBatches", true);

        nextBatch.execute(execution);
        assertThat(variables).containsEntry("batchSize", 2).containsEntry("batchNumber", 2);

        nextBatch.execute(execution);
        assertThat(variables).containsEntry("batch", "").containsEntry("batchSize", 0);
        assertThat(variables).containsEntry("batchNumber", 2).containsEntry("moreBatches", false);
    }

    @Test
    void aBatchKnowsWhichDevicesAreDoneLeftOutOrWaitForALaterBatch() {
        variables.putAll(Map.of("targets", "set-1", "batches", "2", "leftOutTargets", " failed-1 "));
        when(sets.get("set-1")).thenReturn(new TargetSet("set-1", List.of("a", "b", "c", "d", "e")));
        when(sets.get("failed-1")).thenReturn(new TargetSet("failed-1", List.of("b")));
        when(sets.taken("instance-1", "set-1")).thenReturn(List.of("a", "b"));
        when(sets.nextBatch("instance-1", "set-1", "2"))
                .thenReturn(Optional.of(new TargetSet("batch-2", List.of("c", "d"))));

        new NextBatch(sets).execute(execution);

        assertThat(variables)
                .containsEntry("doneCount", 1)
                .containsEntry("doneDevices", "a")
                .containsEntry("leftOutDevices", "b")
                .containsEntry("laterCount", 1)
                .containsEntry("laterDevices", "e");
    }

    @Test
    void manyNamesEndWithHowManyMoreThereAre() {
        List<String> devices =
                IntStream.range(0, 1_000).mapToObj(number -> "host-" + number).toList();

        assertThat(new TargetSet("all", devices).names())
                .startsWith("host-0, host-1, ")
                .matches(".* and \\d+ more")
                .hasSizeLessThan(1_600);
    }

    @Test
    void withoutTargetsThereIsNoBatch() {
        assertThatThrownBy(() -> new NextBatch(sets).execute(execution))
                .isInstanceOfSatisfying(
                        BpmnError.class,
                        error -> assertThat(error.getErrorCode()).isEqualTo("BAD_INPUT"));
    }

    @Test
    void theWavesAreToldBeforeTheyAreTaken() {
        variables.putAll(Map.of("targets", "set-1", "batches", "1, rest"));
        when(sets.batches("set-1", "1, rest")).thenReturn(List.of(List.of("a"), List.of("b", "c")));

        new PlanWaves(sets).execute(execution);

        assertThat(variables).containsEntry("waveCount", 2).containsEntry("wavePlan", "Wave 1: a\nWave 2: b, c");
    }

    @Test
    void aSetIsNarrowedToWhatAQuerySelectsTooAndMayBeEmpty() {
        variables.putAll(Map.of("targets", "set-1", "only", "tag = load-balanced"));
        when(sets.get("set-1")).thenReturn(new TargetSet("set-1", List.of("a", "b")));
        when(sets.choose("instance-1", "tag = load-balanced")).thenReturn(new TargetSet("x", List.of("b", "c")));
        when(sets.freeze("instance-1", List.of("b"))).thenReturn(new TargetSet("set-2", List.of("b")));

        new NarrowTargets(sets).execute(execution);
        assertThat(variables).containsEntry("narrowedTargets", "set-2").containsEntry("narrowedCount", 1);

        when(sets.choose("instance-1", "tag = load-balanced"))
                .thenThrow(Problem.NO_TARGETS.because("no device matches"));
        new NarrowTargets(sets).execute(execution);
        assertThat(variables).containsEntry("narrowedTargets", "").containsEntry("narrowedCount", 0);
    }
}
