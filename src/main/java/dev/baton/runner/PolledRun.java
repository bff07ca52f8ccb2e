package dev.baton.runner;

import dev.baton.action.ActionProblem;
import dev.baton.action.Channel;
import dev.baton.action.Effect;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Brings a read over SNMP to its end by the rules of {@link DeviceRun}, without a thread that waits for the device. */
@Component
class PolledRun {

    private static final Set<Channel> ASKED = EnumSet.of(Channel.SNMP_GET, Channel.SNMP_GET_NEXT, Channel.SNMP_WALK);
    private static final Duration SILENTLY = Duration.ofSeconds(1);

    private final DeviceRun deviceRun;
    private final Attempts attempts;
    private final Journal journal;
    private final ReadJournal reads;
    private final Outcomes outcomes;
    private final Transcripts transcripts;
    private final DeviceBreakers breakers;
    private final BackOff backOff;
    private final Node node;
    private final PollWorkers workers;
    private final DeviceThreads threads;

    PolledRun(
            DeviceRun deviceRun,
            Attempts attempts,
            Journal journal,
            ReadJournal reads,
            Outcomes outcomes,
            Transcripts transcripts,
            DeviceBreakers breakers,
            BackOff backOff,
            Node node,
            PollWorkers workers,
            DeviceThreads threads) {
        this.deviceRun = deviceRun;
        this.attempts = attempts;
        this.journal = journal;
        this.reads = reads;
        this.outcomes = outcomes;
        this.transcripts = transcripts;
        this.breakers = breakers;
        this.backOff = backOff;
        this.node = node;
        this.workers = workers;
        this.threads = threads;
    }

    /**
     * Gets the action's row as it ends here, as soon as that is known; a device with other commands than SNMP's gets a thread.
     *
     * @param writes takes what is still to be written then
     */
    <I extends Record> CompletableFuture<ActionRow> run(
            StepContext<I> context, ActionRow row, Consumer<CompletableFuture<?>> writes) {
        ActionOnDevice<I> action;
        try {
            action = deviceRun.action(context, row);
        } catch (ActionProblem e) {
            return CompletableFuture.completedFuture(stopped(row, e, writes));
        }
        return isPolled(action, row)
                ? new Poll(action, writes).go(row, 1, Duration.ZERO)
                : CompletableFuture.supplyAsync(() -> deviceRun.run(context, row), threads);
    }

    /** Whether the action only reads over SNMP. */
    <I extends Record> boolean suits(StepContext<I> context, ActionRow row) {
        try {
            return isPolled(deviceRun.action(context, row), row);
        } catch (ActionProblem e) {
            return false;
        }
    }

    private static boolean isPolled(ActionOnDevice<?> action, ActionRow row) {
        return row.effect() == Effect.READ
                && !action.context().earlier().containsKey(row.device())
                && action.commands().stream().allMatch(command -> ASKED.contains(command.channel()));
    }

    private ActionRow stopped(ActionRow row, ActionProblem problem, Consumer<CompletableFuture<?>> writes) {
        Outcome outcome = DeviceRun.outcome(row, problem);
        writes.accept(journal.submitOutcome(row, outcome));
        return row.ended(outcome);
    }

    /** The tries of one action. */
    private final class Poll {

        private final ActionOnDevice<?> action;
        private final Consumer<CompletableFuture<?>> writes;

        Poll(ActionOnDevice<?> action, Consumer<CompletableFuture<?>> writes) {
            this.action = action;
            this.writes = writes;
        }

        /** @param pause before this try */
        CompletableFuture<ActionRow> go(ActionRow row, int tries, Duration pause) {
            return paused(pause)
                    .thenCompose(over -> attempt(row))
                    .thenCompose(tried -> after(tried, tries, pause))
                    .exceptionallyCompose(failure -> {
                        Throwable cause = Attempts.cause(failure);
                        if (cause instanceof ReleasedException) {
                            return CompletableFuture.completedFuture(row);
                        }
                        return cause instanceof ActionProblem problem
                                ? CompletableFuture.completedFuture(stopped(row, problem, writes))
                                : CompletableFuture.failedFuture(cause);
                    });
        }

        private CompletableFuture<Tried> attempt(ActionRow row) {
            DeviceBreakers.Turn turn = breakers.turn(row);
            return comes(turn)
                    .thenCompose(come -> {
                        long start = System.nanoTime();
                        CompletableFuture<Attempt> attempt = attempts.poll(action, row, workers);
                        CompletableFuture.delayedExecutor(SILENTLY.toMillis(), TimeUnit.MILLISECONDS, workers)
                                .execute(() -> tell(attempt, row));
                        return attempt.thenApply(
                                ended -> new Tried(ended, Duration.ofNanos(System.nanoTime() - start)));
                    })
                    .whenComplete((tried, failure) -> turn.end());
        }

        private void tell(CompletableFuture<Attempt> attempt, ActionRow row) {
            if (!attempt.isDone()) {
                writes.accept(reads.slow(action, row.claimed(node.id()), SILENTLY));
            }
        }

        private CompletableFuture<ActionRow> after(Tried tried, int tries, Duration pauseBefore) {
            Attempt attempt = tried.attempt();
            ActionRow row = attempt.row();
            if (deviceRun.isLast(attempt, tries, false)) {
                writes.accept(reads.outcome(action, row, attempt.outcome(), tried.took())
                        .thenComposeAsync(current -> kept(attempt, current), workers));
                return CompletableFuture.completedFuture(row.ended(attempt.outcome()));
            }
            Duration pause = backOff.after(attempt.problem(), pauseBefore);
            return reads.again(action, row, attempt.outcome().message(), tried.took(), pause)
                    .thenComposeAsync(
                            written -> transcripts.submit(attempt.row(), Transcripts.stored(attempt), false), workers)
                    .thenCompose(written -> go(row, tries + 1, pause));
        }

        private CompletableFuture<Void> kept(Attempt attempt, boolean current) {
            KeptOutcome ended = KeptOutcome.of(action.context().step(), attempt);
            return outcomes.written(ended, current, workers);
        }

        private CompletableFuture<Void> paused(Duration pause) {
            if (pause.isZero()) {
                return CompletableFuture.completedFuture(null);
            }
            return action.stop()
                    .pausing(pause)
                    .thenRunAsync(() -> action.stop().pauseBetweenTries(Duration.ZERO), workers);
        }

        private CompletableFuture<Void> comes(DeviceBreakers.Turn turn) {
            if (turn.come()) {
                return CompletableFuture.completedFuture(null);
            }
            return paused(DeviceBreakers.POLL).thenCompose(over -> comes(turn));
        }
    }

    private record Tried(Attempt attempt, Duration took) {}
}
