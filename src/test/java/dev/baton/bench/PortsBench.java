package dev.baton.bench;

import dev.baton.testing.Peer;
import dev.baton.testing.ShippedProcedures;
import java.nio.file.Path;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One run over the ports of hundreds of switches, against a bare SNMP4J loop over the same columns. */
@Tag("bench")
@Tag("ports")
class PortsBench {

    private static final int SWITCHES = Integer.getInteger("bench.switches", 500);
    private static final int PORTS = 48;
    private static final int AT_ONCE = 50;
    private static final double MIB = 1 << 20;

    @TempDir
    private Path folder;

    @Test
    void oneRunAgainstABareLoop() throws Exception {
        Report report = new Report("ports");
        try (Database database = new Database();
                Peer fleet = new Peer(SnmpFleet.class, String.valueOf(SWITCHES), "0", String.valueOf(PORTS));
                BarePortWalk bare = new BarePortWalk(fleet, AT_ONCE)) {
            Inventories.snmp(folder, SWITCHES, fleet.port());
            try (BenchNode node = new BenchNode(database, folder, null)) {
                measure(report, new Meter(database, 1), node, bare, SWITCHES);
            }
        }
        report.write();
    }

    static void measure(Report report, Meter meter, BenchNode node, BarePortWalk bare, int switches) throws Exception {
        node.deploy(Diagrams.checkPorts(AT_ONCE));
        node.part(RepositoryService.class)
                .createDeployment()
                .addString("port-state.dmn", table())
                .deploy();
        Rounds.Pair pair = Rounds.alternate(
                meter,
                switches,
                devices -> node.run(Diagrams.ONE_STEP, Map.of(), devices, "SUCCEEDED"),
                switches,
                bare::run);
        String what = switches + " switches of " + PORTS + " ports in one run, ";
        report.value(what + "seconds", pair.baton(), Round::seconds, Goal.atMost(60));
        report.ratio(what + "switches/s", pair, Round::rate, Goal.atLeast(0.1));
        report.note(what + "CPU ms per switch, database included", pair, Round::cpuMillisPerDevice);
        double heap = Runtime.getRuntime().maxMemory() / MIB;
        report.row("heap that the node may take, MiB", Report.number(heap), "", "", Goal.atMost(300), heap);
    }

    private static String table() {
        return ShippedProcedures.decisions().stream()
                .filter(file -> file.endsWith("port-state.dmn"))
                .map(ShippedProcedures::read)
                .findFirst()
                .orElseThrow();
    }
}
