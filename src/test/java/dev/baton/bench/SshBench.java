package dev.baton.bench;

import dev.baton.testing.Peer;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One step over many SSH devices, with lease, journal, host keys and transcripts, against a bare SSHJ loop. */
@Tag("bench")
@Tag("ssh")
class SshBench {

    private static final int DEVICES = Integer.getInteger("bench.devices", 1_000);

    /** Rounds after which the compiler of the JVM is done with both sides, for the most part. */
    private static final int UNTIL_COMPILED = 12;

    @TempDir
    private Path folder;

    private final String password = UUID.randomUUID().toString();

    @Test
    void oneStepAgainstABareLoop() throws Exception {
        Report report = new Report("ssh");
        try (Database database = new Database();
                Peer fleet = new Peer(SshFleet.class, folder.toString(), password)) {
            Inventories.ssh(folder, DEVICES, fleet.port(), fleet.fingerprint(), password);
            try (BenchNode node = new BenchNode(database, folder, null)) {
                measure(report, new Meter(database, UNTIL_COMPILED), node, fleet, password, DEVICES);
            }
        }
        report.write();
    }

    static void measure(Report report, Meter meter, BenchNode node, Peer fleet, String password, int devices)
            throws Exception {
        node.deploy(Diagrams.oneStep(Diagrams.ONE_STEP, SshFleet.ECHO, Diagrams.CONCURRENCY));
        try (BareSshj bare = new BareSshj(fleet, password, Diagrams.CONCURRENCY)) {
            Rounds.Pair pair = Rounds.alternate(
                    meter,
                    devices,
                    number -> node.run(Diagrams.ONE_STEP, Map.of("query", Inventories.LINUX), number, "SUCCEEDED"),
                    devices,
                    bare::run);
            String what = devices + " SSH devices in one step, ";
            report.ratio(what + "devices/s", pair, Round::rate, Goal.atLeast(0.85));
            report.ratio(
                    what + "CPU ms per device, database included", pair, Round::cpuMillisPerDevice, Goal.atMost(1.5));
            report.note("of it the database", pair, Round::databaseMillisPerDevice);
        }
    }
}
