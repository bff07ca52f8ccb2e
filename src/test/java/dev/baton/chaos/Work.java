package dev.baton.chaos;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;

/** What goes on during the chaos: runs are started, a few are cancelled, and every other one that asks a person is answered. */
final class Work implements Callable<Void> {

    static final Duration LONGEST_STANDSTILL = Duration.ofMinutes(5);

    private static final int AT_ONCE = 14;
    private static final int MOST_TARGETS = 4;
    private static final double CANCELLED = 0.05;

    private final People people;
    private final ChaosDatabase database;
    private final Random random;
    private final int runs;
    private final Set<String> leftAlone = new HashSet<>();

    Work(People people, ChaosDatabase database, Random random, int runs) {
        this.people = people;
        this.database = database;
        this.random = random;
        this.runs = runs;
    }

    @Override
    public Void call() throws IOException {
        for (int number = 1; number <= runs; number++) {
            people.start("run " + number, targets());
            if (random.nextDouble() < CANCELLED) {
                people.cancel(running().get(0));
            }
            await().pollInSameThread()
                    .atMost(LONGEST_STANDSTILL)
                    .pollInterval(Duration.ofMillis(300))
                    .until(() -> {
                        answer();
                        return begun() - settled() < AT_ONCE;
                    });
        }
        return null;
    }

    private String targets() {
        Set<String> names = new TreeSet<>();
        for (int number = random.nextInt(MOST_TARGETS); number >= 0; number--) {
            names.add(ChaosInventory.name(random.nextInt(ChaosInventory.DEVICES)));
        }
        return String.join(", ", names);
    }

    private void answer() throws IOException {
        for (String reference : asking()) {
            if (!leftAlone.contains(reference)) {
                if (random.nextBoolean()) {
                    people.goOn(reference);
                } else {
                    leftAlone.add(reference);
                }
            }
        }
    }

    private List<String> running() {
        return database.words("select r.reference from baton_run r join act_hi_procinst p on p.id_ = r.process_instance"
                + " order by case when p.end_time_ is null then 0 else 1 end, r.reference desc");
    }

    private List<String> asking() {
        return database.words("select distinct r.reference from baton_run r join act_ru_task t on t.proc_inst_id_ ="
                + " r.process_instance order by r.reference");
    }

    private long begun() {
        return database.number("select count(*) from baton_run");
    }

    /** Runs that ended, or that wait for a person. */
    long settled() {
        return database.number("select count(*) from act_hi_procinst p where p.end_time_ is not null"
                + " or exists (select 1 from act_ru_task t where t.proc_inst_id_ = p.id_)"
                + " or exists (select 1 from act_ru_incident i where i.proc_inst_id_ = p.id_)");
    }
}
