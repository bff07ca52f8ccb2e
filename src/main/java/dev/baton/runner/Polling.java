package dev.baton.runner;

import dev.baton.action.DeviceDelegate;
import java.time.Duration;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Works through the devices of a batch without a thread for each, where the delegate only asks. */
@Component
class Polling {

    /** By chance within so much for each of those that are asked at first, so that a fleet is not asked in one burst. */
    private static final Duration SPREAD = Duration.ofNanos(100_000);

    private final PolledRun polledRun;
    private final PollWorkers workers;
    private final Journal journal;

    Polling(PolledRun polledRun, PollWorkers workers, Journal journal) {
        this.polledRun = polledRun;
        this.workers = workers;
        this.journal = journal;
    }

    /** Whether the delegate only renders and interprets, and the first of the devices would be polled; others may get a thread. */
    <I extends Record> boolean suits(StepContext<I> context, Deque<ActionRow> waiting) {
        ActionRow first = waiting.peekFirst();
        return first != null
                && Arrays.stream(context.delegate().getClass().getMethods())
                        .filter(method -> method.getName().equals("perform"))
                        .allMatch(method -> method.getDeclaringClass() == DeviceDelegate.class)
                && polledRun.suits(context, first);
    }

    /** Returns when all that had a turn is in the journal. @param concurrency how many devices at a time */
    <I extends Record> void work(StepContext<I> context, Pass pass, Queue<ActionRow> waiting, int concurrency) {
        Queue<ActionRow> rows = new ConcurrentLinkedQueue<>(waiting);
        Queue<CompletableFuture<?>> writes = new ConcurrentLinkedQueue<>();
        int lanes = Math.min(concurrency, waiting.size());
        List<CompletableFuture<Void>> running = IntStream.range(0, lanes)
                .mapToObj(lane -> CompletableFuture.supplyAsync(
                                () -> lane(context, pass, rows, writes), afterAWhile(lanes))
                        .thenCompose(begun -> begun))
                .toList();
        CompletableFuture.allOf(running.toArray(CompletableFuture[]::new)).join();
        CompletableFuture.allOf(writes.toArray(CompletableFuture[]::new)).join();
    }

    private Executor afterAWhile(int lanes) {
        long nanos = ThreadLocalRandom.current().nextLong(lanes * SPREAD.toNanos());
        return CompletableFuture.delayedExecutor(nanos, TimeUnit.NANOSECONDS, workers);
    }

    /** One device after the other. */
    private <I extends Record> CompletableFuture<Void> lane(
            StepContext<I> context, Pass pass, Queue<ActionRow> rows, Queue<CompletableFuture<?>> writes) {
        while (!context.stop().released()) {
            ActionRow row = rows.poll();
            if (row == null) {
                break;
            }
            Outcome untouched = pass.withoutTurn(row, context.stop());
            if (untouched == null) {
                return polledRun
                        .run(context, row, writes::add)
                        .thenComposeAsync(
                                ended -> {
                                    pass.ended(ended);
                                    return lane(context, pass, rows, writes);
                                },
                                workers);
            }
            writes.add(journal.submitOutcome(row, untouched));
        }
        return CompletableFuture.completedFuture(null);
    }
}
