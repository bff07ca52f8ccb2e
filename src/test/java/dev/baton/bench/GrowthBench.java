package dev.baton.bench;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a device costs in a step of thousands against what it costs in a step of hundreds. */
@Tag("bench")
@Tag("growth")
class GrowthBench {

    private static final int MANY = 5_000;

    @TempDir
    private Path folder;

    @Test
    void aStepOfThousandsAgainstAStepOfHundreds() throws Exception {
        Report report = new Report("growth");
        Inventories.ssh(folder, MANY, 22, "SHA256:" + "A".repeat(43), "none");
        try (Database database = new Database();
                BenchNode node = new BenchNode(database, folder, new ScriptedDevices())) {
            measure(report, new Meter(database), node, MANY, Inventories.FEW);
        }
        report.write();
    }

    static void measure(Report report, Meter meter, BenchNode node, int many, int few) throws Exception {
        node.deploy(Diagrams.oneStep(Diagrams.ONE_STEP, SshFleet.ECHO, Diagrams.CONCURRENCY));
        Rounds.Pair pair = Rounds.alternate(
                meter,
                many,
                devices -> node.run(Diagrams.ONE_STEP, Map.of(), devices, "SUCCEEDED"),
                few,
                devices -> node.run(Diagrams.ONE_STEP, Map.of("query", "tag=few"), devices, "SUCCEEDED"));
        String what = many + " scripted devices in one step against " + few + ", ";
        report.ratio(what + "CPU ms per device", pair, Round::cpuMillisPerDevice, Goal.atMost(1.2));
        report.note(what + "devices/s", pair, Round::rate);
    }
}
