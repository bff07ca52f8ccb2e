package dev.baton.bench;

import dev.baton.testing.Peer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A check, a change and a check on the same devices, which share a connection, against the change alone. */
@Tag("bench")
@Tag("steps")
class StepsBench {

    /** No more than there are connections that wait for their next step. */
    private static final int DEVICES = Integer.getInteger("bench.devices", 200);

    private static final int UNTIL_COMPILED = 25;

    @TempDir
    private Path folder;

    private final String password = UUID.randomUUID().toString();

    @Test
    void threeStepsAgainstOne() throws Exception {
        Report report = new Report("steps");
        try (Database database = new Database();
                Peer fleet = new Peer(SshFleet.class, folder.toString(), password)) {
            Inventories.ssh(folder, DEVICES, fleet.port(), fleet.fingerprint(), password);
            try (BenchNode node = new BenchNode(database, folder, null)) {
                measure(report, new Meter(database, UNTIL_COMPILED), node, DEVICES);
            }
        }
        report.write();
    }

    static void measure(Report report, Meter meter, BenchNode node, int devices) throws Exception {
        node.deploy(Diagrams.steps("three-steps", List.of("READ", "CONVERGE", "READ"), Diagrams.CONCURRENCY));
        node.deploy(Diagrams.steps("the-change", List.of("CONVERGE"), Diagrams.CONCURRENCY));
        Map<String, Object> linux = Map.of("query", Inventories.LINUX);
        Rounds.Pair pair = Rounds.alternate(
                meter,
                devices,
                number -> node.run("three-steps", linux, 3 * number, "SUCCEEDED"),
                devices,
                number -> node.run("the-change", linux, number, "SUCCEEDED"));
        String what = "check, change and check on " + devices + " SSH devices against the change alone, ";
        report.ratio(what + "CPU ms per device, database included", pair, Round::cpuMillisPerDevice, Goal.atMost(1.5));
        report.note("of it the database", pair, Round::databaseMillisPerDevice);
        report.note("devices/s", pair, Round::rate);
    }
}
