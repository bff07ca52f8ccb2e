package dev.baton.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** What is left when the chaos is over, and how people bring it to its end. */
final class Remains {

    private static final String OPEN = "select count(*) from baton_action where state in ('PLANNED', 'INTENT', 'SENT')";
    private static final String HELD =
            "select count(*) from baton_lease where resource like 'fake-%' and expires_at > current_timestamp";
    private static final String UNFINISHED =
            "select r.reference from baton_run r join act_hi_procinst p on p.id_ = r.process_instance"
                    + " where p.end_time_ is null";
    private static final String NOBODY_ASKED = " and not exists (select 1 from act_ru_task t where t.proc_inst_id_ ="
            + " p.id_) and not exists (select 1 from act_ru_incident i where i.proc_inst_id_ = p.id_)";

    private final People people;
    private final ChaosDatabase database;
    private final Random random;
    private final Map<String, Long> counts = new TreeMap<>();

    Remains(People people, ChaosDatabase database, Random random) {
        this.people = people;
        this.database = database;
        this.random = random;
    }

    Map<String, Long> counts() {
        return counts;
    }

    /** Until every run has ended or waits for a person, and nothing is under way or held. */
    void awaitQuiet(Duration limit) {
        await("the end of all that needs no person")
                .pollInSameThread()
                .atMost(limit)
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> assertThat(underWay()).isEmpty());
    }

    private List<String> underWay() {
        List<String> underWay = new ArrayList<>(database.words(UNFINISHED + NOBODY_ASKED));
        add(underWay, "open actions", OPEN);
        add(underWay, "leases", HELD);
        return underWay;
    }

    private void add(List<String> remains, String what, String query) {
        long number = database.number(query);
        if (number > 0) {
            remains.add(number + " " + what);
        }
    }

    List<String> wrong(int runs) {
        List<String> wrong = new ArrayList<>();
        long begun = database.number("select count(distinct reason) from baton_run");
        if (begun != runs) {
            wrong.add(begun + " runs were begun and not " + runs);
        }
        counts.put("runs", database.number("select count(*) from baton_run"));
        counts.put(
                "runs that a person cancelled",
                database.number("select count(*) from baton_run where cancelled_by is not null"));
        counts.put(
                "runs that wait for a decision",
                database.number("select count(distinct proc_inst_id_) from act_ru_task"));
        counts.put(
                "runs that wait for a retry",
                database.number("select count(distinct proc_inst_id_) from act_ru_incident"));
        counts.put(
                "actions that wait for a decision",
                database.number("select count(*) from baton_action where state = 'UNKNOWN'"));
        return wrong;
    }

    /** Every run ends once people have decided; where it has ended already, they may also leave an action as it is. */
    void decideAll(Duration limit) {
        await("the end of all runs")
                .pollInSameThread()
                .atMost(limit)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> {
                    for (String reference : database.words(UNFINISHED)) {
                        people.goOn(reference);
                    }
                    for (String reference : database.words("select r.reference from act_ru_incident i"
                            + " join baton_run r on r.process_instance = i.proc_inst_id_")) {
                        people.retry(reference);
                    }
                    return database.words(UNFINISHED).isEmpty();
                });
        for (String reference : database.words("select distinct r.reference from baton_action a"
                + " join baton_run r on r.process_instance = a.run where a.state = 'UNKNOWN'")) {
            decide(reference);
        }
        awaitQuiet(limit);
    }

    private void decide(String reference) {
        try {
            people.decide(reference, truth -> random.nextInt(3) == 0 ? "ABANDONED" : truth);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    List<String> undecided() {
        return database.words("select 'undecided: ' || id from baton_action where state = 'UNKNOWN'");
    }
}
