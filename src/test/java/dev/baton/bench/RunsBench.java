package dev.baton.bench;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many small runs of three device steps each, against bare save points of the engine on the same database. */
@Tag("bench")
@Tag("runs")
class RunsBench {

    private static final int RUNS = Integer.getInteger("bench.runs", 300);
    private static final int STEPS = 3;
    private static final int UNTIL_COMPILED = 5;

    @TempDir
    private Path folder;

    @Test
    void smallRunsAgainstSavePoints() throws Exception {
        Report report = new Report("runs");
        Inventories.ssh(folder, RUNS, 22, "SHA256:" + "A".repeat(43), "none");
        try (Database database = new Database();
                BenchNode node = new BenchNode(database, folder, new ScriptedDevices())) {
            measure(report, new Meter(database, UNTIL_COMPILED), node, RUNS);
        }
        report.write();
    }

    static void measure(Report report, Meter meter, BenchNode node, int runs) throws Exception {
        node.deploy(Diagrams.steps("small-run", List.of("READ", "ONCE", "READ"), 1));
        node.deploy(Diagrams.continuations("save-points", STEPS));
        Rounds.Pair pair = Rounds.alternate(
                meter,
                runs,
                number -> node.runAll("small-run", number, STEPS * number),
                runs,
                number -> node.runAll("save-points", number, 0));
        String what = runs + " small runs of " + STEPS + " device steps against as many save points, ";
        report.ratio(what + "runs/s", pair, Round::rate, Goal.atLeast(0.9));
        report.note(what + "CPU ms per run, database included", pair, Round::cpuMillisPerDevice);
        report.note("of it the database", pair, Round::databaseMillisPerDevice);
    }
}
