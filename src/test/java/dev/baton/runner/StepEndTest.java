package dev.baton.runner;

import dev.baton.action.TargetSets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.transaction.PlatformTransactionManager;

class StepEndTest {

    private final ExternalTaskService tasks = Mockito.mock(ExternalTaskService.class);
    private final Node node = new Node();
    private final StepEnd end =
            new StepEnd(tasks, Mockito.mock(TargetSets.class), node, Mockito.mock(PlatformTransactionManager.class));
    private final QueuedStep step = step(null);

    @Test
    void anEndThatMeetsARenewalOfTheLockIsToldAgain() {
        Mockito.doThrow(new OptimisticLockingException("the lock was extended"))
                .doNothing()
                .when(tasks)
                .complete(Mockito.eq("task"), Mockito.eq(node.id()), Mockito.any(), Mockito.any());

        end.ended(step, new StepResult(List.of(), false, null, Map.of()));

        Mockito.verify(tasks, Mockito.times(2))
                .complete(Mockito.eq("task"), Mockito.eq(node.id()), Mockito.any(), Mockito.any());
    }

    @Test
    void onlyWhatTheDiagramReadsBecomesAVariable() {
        end.ended(
                step(Set.of("failed", "patchCount")),
                new StepResult(List.of(), false, null, Map.of("patchCount", 3, "other", 4)));

        Mockito.verify(tasks).complete("task", node.id(), Map.of(), Map.of("failed", 0, "patchCount", 3));
    }

    private static QueuedStep step(@Nullable Set<String> results) {
        return new QueuedStep(
                "task", "act", "RUN-000001", "run", "instance", "Task_Act", "Task_Act:1", null, Map.of(), results);
    }
}
