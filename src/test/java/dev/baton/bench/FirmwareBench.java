package dev.baton.bench;

import dev.baton.testing.Peer;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The firmware of a thousand switches in one step, against a script with SNMP4J that reads the same columns. */
@Tag("bench")
@Tag("firmware")
class FirmwareBench {

    private static final int AGENTS = Integer.getInteger("bench.agents", 1_000);
    private static final int AT_ONCE = 50;
    private static final String SWITCH = "main/resources/lab/snmp/old-switch.txt";

    @TempDir
    private Path folder;

    @Test
    void oneStepAgainstAScript() throws Exception {
        Report report = new Report("firmware");
        try (Database database = new Database();
                Peer fleet = new Peer(SnmpFleet.class, String.valueOf(AGENTS), "0", SWITCH);
                BareInventory script = new BareInventory(fleet, AT_ONCE)) {
            Inventories.switches(folder, AGENTS, fleet.port());
            try (BenchNode node = new BenchNode(database, folder, null)) {
                node.deploy(Diagrams.readFirmware(AT_ONCE));
                node.deploy(Path.of("..", "processes", "management", "firmware-policy.dmn"));
                Rounds.Pair pair = Rounds.alternate(
                        new Meter(database),
                        AGENTS,
                        agents -> node.run(Diagrams.ONE_STEP, Map.of(), agents, "SUCCEEDED"),
                        AGENTS,
                        script::run);
                String what = "firmware of " + AGENTS + " switches over SNMP v2c in one step, ";
                report.ratio(what + "switches/s", pair, Round::rate, Goal.atLeast(0.1));
                report.note(what + "CPU ms per switch, database included", pair, Round::cpuMillisPerDevice);
                report.note("of it the database", pair, Round::databaseMillisPerDevice);
            }
        }
        report.write();
    }
}
