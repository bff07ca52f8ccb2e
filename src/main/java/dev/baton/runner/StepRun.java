package dev.baton.runner;

import dev.baton.action.Delegate;
import dev.baton.action.DeviceDelegate;
import dev.baton.action.Effect;
import dev.baton.action.Inputs;
import dev.baton.action.Problem;
import dev.baton.action.TargetSets;
import dev.baton.run.BatchSizes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.stereotype.Component;

/** Works through the target set of one step: batch after batch, so many devices at a time, until too many failed. */
@Component
class StepRun {

    private static final int JAVA_WITH_VIRTUAL_THREADS = 21;

    private final BeanFactory beans;
    private final TargetSets targetSets;
    private final Journal journal;
    private final Facts facts;
    private final DeviceRun deviceRun;
    private final VoidApprovals approvals;
    private final SimpleAsyncTaskExecutor threads = new SimpleAsyncTaskExecutor("baton-device-");

    StepRun(
            BeanFactory beans,
            TargetSets targetSets,
            Journal journal,
            Facts facts,
            DeviceRun deviceRun,
            VoidApprovals approvals) {
        this.beans = beans;
        this.targetSets = targetSets;
        this.journal = journal;
        this.facts = facts;
        this.deviceRun = deviceRun;
        this.approvals = approvals;
        threads.setVirtualThreads(Runtime.version().feature() >= JAVA_WITH_VIRTUAL_THREADS);
    }

    /** @throws dev.baton.action.ActionProblem {@code BAD_INPUT} before any device was touched */
    StepResult run(QueuedStep step, StopSignal stop) {
        return run(step, beans.getBean(step.delegate(), DeviceDelegate.class), stop);
    }

    @SuppressWarnings("unchecked") // @Delegate.inputs is the delegate's own input record
    private <I extends Record> StepResult run(QueuedStep step, DeviceDelegate<I> delegate, StopSignal stop) {
        FanOut fanOut = Inputs.bind(FanOut.class, step.variables());
        Class<I> type = (Class<I>) description(delegate).inputs();
        I inputs = Inputs.bind(type, step.variables());
        Effect effect = delegate.effect(inputs);
        if (effect.changes()) {
            approvals.mustCount(step);
        }
        List<String> devices = targetSets.get(fanOut.targets()).devices();
        StepContext<I> context =
                new StepContext<>(step, delegate, inputs, facts.of(step.run()), journal.earlier(step), stop);
        Pass pass = new Pass(fanOut, devices.size());
        List<ActionRow> rows = journal.plan(step, effect, devices, fanOut.turn());
        BatchSizes sizes = BatchSizes.parse(fanOut.batches());
        int taken = 0;
        for (int number = 0; taken < rows.size(); number++) {
            int size = sizes.size(number, rows.size(), rows.size() - taken);
            batch(context, fanOut, pass, rows.subList(taken, taken + size));
            taken += size;
        }
        List<ActionRow> ended = journal.rows(step.step());
        return new StepResult(ended, pass.tooMany(), summary(delegate, ended));
    }

    static Delegate description(DeviceDelegate<?> delegate) {
        Delegate description = delegate.getClass().getAnnotation(Delegate.class);
        if (description == null) {
            throw Problem.BAD_INPUT.because(delegate.getClass().getName() + " has no @Delegate");
        }
        return description;
    }

    private <I extends Record> void batch(StepContext<I> context, FanOut fanOut, Pass pass, List<ActionRow> rows) {
        Deque<ActionRow> waiting = new ArrayDeque<>();
        for (ActionRow row : rows) {
            if (row.doubtful()) {
                waiting.addFirst(row);
            } else if (row.state().open()) {
                waiting.addLast(row);
            } else {
                pass.ended(row);
            }
        }
        int workers = Math.min(fanOut.concurrency(), waiting.size());
        List<CompletableFuture<Void>> running = new ArrayList<>();
        for (int worker = 0; worker < workers; worker++) {
            running.add(CompletableFuture.runAsync(() -> work(context, pass, waiting), threads));
        }
        CompletableFuture.allOf(running.toArray(CompletableFuture[]::new)).join();
    }

    private <I extends Record> void work(StepContext<I> context, Pass pass, Queue<ActionRow> waiting) {
        while (!context.stop().released()) {
            ActionRow row;
            synchronized (waiting) {
                row = waiting.poll();
            }
            if (row == null) {
                return;
            }
            pass.ended(turn(context, pass, row));
        }
    }

    /** An action in doubt is under way already: what became of it is found out whatever else happened to the step. */
    private <I extends Record> ActionRow turn(StepContext<I> context, Pass pass, ActionRow row) {
        if (row.doubtful()) {
            return deviceRun.run(context, row);
        }
        if (context.stop().cancelled()) {
            String reason = "the run was cancelled before its turn";
            journal.outcome(row, Outcome.ended(ActionState.CANCELLED, Problem.CANCELLED, reason, null));
            return row;
        }
        if (pass.stopped()) {
            String reason = "held: too many devices failed before its turn";
            journal.outcome(row, Outcome.ended(ActionState.HELD, Problem.TOO_MANY_FAILURES, reason, null));
            return row;
        }
        return deviceRun.run(context, row);
    }

    private Map<String, Object> summary(DeviceDelegate<?> delegate, List<ActionRow> rows) {
        return delegate.summarise(facts.results(rows));
    }

    /** Counts the failures of one pass over the set and says when it stops. */
    private static final class Pass {

        private final FailureLimit limit;
        private final boolean stopping;
        private final int total;
        private int failures;

        Pass(FanOut fanOut, int total) {
            this.limit = fanOut.limit();
            this.stopping = fanOut.onFailure() == OnFailure.STOP;
            this.total = total;
        }

        synchronized void ended(ActionRow row) {
            if (row.state().failure()) {
                failures++;
            }
        }

        synchronized boolean tooMany() {
            return limit.exceeded(failures, total);
        }

        boolean stopped() {
            return stopping && tooMany();
        }
    }
}
