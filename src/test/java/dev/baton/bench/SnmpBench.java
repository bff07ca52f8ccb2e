package dev.baton.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One step that reads five values of thousands of SNMP agents, against a bare SNMP4J loop. */
@Tag("bench")
@Tag("snmp")
class SnmpBench {

    private static final int AGENTS = Integer.getInteger("bench.agents", 5_000);
    private static final int IN_FLIGHT = 200;
    static final List<String> OIDS = List.of(
            "1.3.6.1.2.1.1.1.0", "1.3.6.1.2.1.1.3.0", "1.3.6.1.2.1.1.4.0", "1.3.6.1.2.1.1.5.0", "1.3.6.1.2.1.1.6.0");

    @TempDir
    private Path folder;

    @Test
    void oneStepAgainstABareLoop() throws Exception {
        Report report = new Report("snmp");
        for (int delay : new int[] {0, 50}) {
            compare(report, delay);
        }
        report.write();
    }

    private void compare(Report report, int delay) throws Exception {
        try (Database database = new Database();
                Peer fleet = new Peer(SnmpFleet.class, String.valueOf(AGENTS), String.valueOf(delay));
                BareSnmp4j bare = new BareSnmp4j(fleet, IN_FLIGHT, OIDS)) {
            Inventories.snmp(folder, AGENTS, fleet.port());
            try (BenchNode node = new BenchNode(database, folder, null)) {
                node.deploy(Diagrams.readSnmp(OIDS, IN_FLIGHT));
                Rounds.Pair pair = Rounds.alternate(
                        new Meter(database),
                        AGENTS,
                        agents -> node.run(Diagrams.ONE_STEP, Map.of(), agents, "SUCCEEDED"),
                        AGENTS,
                        bare::run);
                String what =
                        AGENTS + " SNMP v2c agents that answer after " + delay + " ms, five values, in one step, ";
                report.ratio(what + "agents/s", pair, Round::rate, Goal.atLeast(0.7));
                report.note(what + "CPU ms per agent, database included", pair, Round::cpuMillisPerDevice);
                report.note("of it the database", pair, Round::databaseMillisPerDevice);
            }
        }
    }
}
