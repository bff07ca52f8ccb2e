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
import org.springframework.stereotype.Component;

/** Works through the target set of one step: batch after batch, so many devices at a time, until too many failed. */
@Component
class StepRun {

    private final BeanFactory beans;
    private final TargetSets targetSets;
    private final Journal journal;
    private final Facts facts;
    private final DeviceRun deviceRun;
    private final Polling polling;
    private final DeviceThreads threads;
    private final VoidApprovals approvals;
    private final ChangeWindows windows;

    StepRun(
            BeanFactory beans,
            TargetSets targetSets,
            Journal journal,
            Facts facts,
            DeviceRun deviceRun,
            Polling polling,
            DeviceThreads threads,
            VoidApprovals approvals,
            ChangeWindows windows) {
        this.beans = beans;
        this.targetSets = targetSets;
        this.journal = journal;
        this.facts = facts;
        this.deviceRun = deviceRun;
        this.polling = polling;
        this.threads = threads;
        this.approvals = approvals;
        this.windows = windows;
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
        WindowGate gate = windows.gate(step);
        StepContext<I> context =
                new StepContext<>(step, delegate, inputs, facts.of(step.run()), journal.earlier(step), gate, stop);
        Pass pass = new Pass(fanOut, devices.size());
        List<ActionRow> rows = journal.plan(step, effect, devices, fanOut.turn());
        BatchSizes sizes = BatchSizes.parse(fanOut.batches());
        int taken = 0;
        // A batch is over when none of its devices waits for its window.
        for (int number = 0; taken < rows.size() && gate.opens() == null; number++) {
            int size = sizes.size(number, rows.size(), rows.size() - taken);
            batch(context, fanOut, pass, rows.subList(taken, taken + size));
            taken += size;
        }
        List<ActionRow> ended = journal.rows(step.step());
        return new StepResult(ended, pass.tooMany(), gate.opens(), summary(delegate, ended));
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
        if (polling.suits(context, waiting)) {
            polling.work(context, pass, waiting, fanOut.concurrency());
            return;
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

    private <I extends Record> ActionRow turn(StepContext<I> context, Pass pass, ActionRow row) {
        Outcome untouched = pass.withoutTurn(row, context.stop());
        if (untouched != null) {
            journal.outcome(row, untouched);
            return row;
        }
        return deviceRun.run(context, row);
    }

    private Map<String, Object> summary(DeviceDelegate<?> delegate, List<ActionRow> rows) {
        return delegate.summarise(facts.results(rows));
    }
}
