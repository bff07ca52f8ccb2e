package dev.baton.chaos;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Future;

/** Does harm to nodes and database while the work goes on, spread over all of it. */
final class Faults {

    /** Longer than lock and lease. */
    static final Duration FROZEN = Duration.ofSeconds(8);

    private static final System.Logger LOG = System.getLogger("chaos");

    /** What can happen. */
    private enum Fault {
        KILL,
        STOP,
        RESTART,
        DRAIN
    }

    private final Cluster cluster;
    private final ChaosDatabase database;
    private final Random random;
    private final Sizes sizes;
    private final List<Fault> plan = new ArrayList<>();
    private final List<Long> thaws = new ArrayList<>();

    Faults(Cluster cluster, ChaosDatabase database, Random random, Sizes sizes) {
        this.cluster = cluster;
        this.database = database;
        this.random = random;
        this.sizes = sizes;
        plan.addAll(Collections.nCopies(sizes.kills(), Fault.KILL));
        plan.addAll(Collections.nCopies(sizes.stops(), Fault.STOP));
        plan.addAll(Collections.nCopies(sizes.restarts(), Fault.RESTART));
        plan.addAll(Collections.nCopies(sizes.drains(), Fault.DRAIN));
        Collections.shuffle(plan, random);
    }

    /** @return what a node that was asked to end did wrong */
    List<String> happen(Work work, Future<?> worker) throws Exception {
        List<String> wrong = new ArrayList<>();
        for (int number = 0; number < plan.size(); number++) {
            long due = (long) sizes.runs() * number / plan.size();
            await("progress before fault " + number + ", " + plan.get(number))
                    .pollInSameThread()
                    .atMost(Work.LONGEST_STANDSTILL)
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> worker.isDone() || (work.settled() >= due && underWay() > 0));
            LOG.log(System.Logger.Level.INFO, "fault {0}: {1}", number, plan.get(number));
            switch (plan.get(number)) {
                case KILL -> {
                    NodeProcess node = cluster.someNode();
                    node.kill();
                    node.start();
                }
                case STOP -> stop(cluster.someNode());
                case RESTART -> database.restart(random.nextBoolean() ? "fast" : "immediate");
                case DRAIN -> {
                    NodeProcess node = cluster.someNode();
                    if (!node.drain()) {
                        wrong.add("a node that was asked to end did not");
                        node.kill();
                    }
                    node.start();
                }
            }
        }
        return wrong;
    }

    /** When frozen nodes went on, in milliseconds. */
    List<Long> thaws() {
        return thaws;
    }

    private void stop(NodeProcess node) {
        long begun = System.nanoTime();
        node.freeze();
        await().pollInSameThread()
                .atMost(FROZEN.multipliedBy(2))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> System.nanoTime() - begun >= FROZEN.toNanos());
        thaws.add(System.currentTimeMillis());
        node.thaw();
    }

    private long underWay() throws IOException {
        return database.number("select count(*) from baton_action where state in ('INTENT', 'SENT')");
    }
}
