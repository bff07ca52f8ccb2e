package dev.baton.bench;

import dev.baton.action.TargetSets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Engine, runner and database per device, every SENT committed, against a multi-instance form of the same diagram. */
@Tag("bench")
@Tag("engine")
class EngineBench {

    private static final int DEVICES = Integer.getInteger("bench.devices", 1_000);

    @TempDir
    private Path folder;

    @Test
    void oneStepAgainstMultiInstance() throws Exception {
        Report report = new Report("engine");
        Inventories.ssh(folder, DEVICES, 22, "SHA256:" + "A".repeat(43), "none");
        try (Database database = new Database();
                BenchNode node = new BenchNode(database, folder, new ScriptedDevices())) {
            measure(report, new Meter(database), node, DEVICES, DEVICES / 10);
        }
        report.write();
    }

    static void measure(Report report, Meter meter, BenchNode node, int devices, int instances) throws Exception {
        node.deploy(Diagrams.oneStep(Diagrams.ONE_STEP, SshFleet.ECHO, Diagrams.CONCURRENCY));
        node.deploy(Diagrams.multiInstance(SshFleet.ECHO));
        List<String> sets = oneSetPerDevice(node.part(TargetSets.class), instances);
        Rounds.Pair pair = Rounds.alternate(
                meter,
                devices,
                number -> node.run(Diagrams.ONE_STEP, Map.of(), number, "SUCCEEDED"),
                instances,
                number -> node.run("multi-instance", Map.of("sets", json(sets)), number, "SUCCEEDED"));
        report.value(
                devices + " scripted devices in one step, CPU ms per device",
                pair.baton(),
                Round::cpuMillisPerDevice,
                Goal.atMost(2));
        report.ratio(
                "the same against " + instances + " instances of a multi-instance step, CPU ms per device",
                pair,
                Round::cpuMillisPerDevice,
                Goal.atMost(0.1));
        report.note("of it the database", pair, Round::databaseMillisPerDevice);
        report.note("devices/s", pair, Round::rate);
    }

    private static List<String> oneSetPerDevice(TargetSets sets, int instances) {
        return IntStream.range(0, instances)
                .mapToObj(number ->
                        sets.freeze("bench", List.of(Addresses.name(number))).id())
                .toList();
    }

    private static Object json(List<String> sets) {
        return Variables.objectValue(new ArrayList<>(sets))
                .serializationDataFormat("application/json")
                .create();
    }
}
