package dev.baton.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** First contact with SNMPv3 agents that have an engine id each, and the contact after a restart, against stock SNMP4J. */
@Tag("bench")
@Tag("usm")
class UsmBench {

    private static final int AGENTS = Integer.getInteger("bench.agents", 1_000);
    private static final int IN_FLIGHT = 100;
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final int WARM_UP = 2;

    @TempDir
    private Path folder;

    @Test
    void firstContactAndTheOneAfterARestart() throws Exception {
        List<Round> first = new ArrayList<>();
        List<Round> restarted = new ArrayList<>();
        List<Round> known = new ArrayList<>();
        List<Round> stock = new ArrayList<>();
        try (Database database = new Database();
                Peer fleet = new Peer(UsmFleet.class, String.valueOf(AGENTS))) {
            Inventories.usm(folder, AGENTS, fleet.port());
            Meter meter = new Meter(database);
            StockUsm bare = new StockUsm(fleet, IN_FLIGHT, SnmpBench.OIDS);
            for (int round = -WARM_UP; round < ROUNDS; round++) {
                try (BenchNode node = new BenchNode(database, folder, null)) {
                    node.deploy(Diagrams.readSnmp(SnmpBench.OIDS, IN_FLIGHT));
                    node.part(JdbcTemplate.class).update("delete from baton_snmp_engine");
                    first.add(meter.measure(AGENTS, agents -> read(node, agents)));
                }
                stock.add(meter.measure(AGENTS, bare::run));
                try (BenchNode node = new BenchNode(database, folder, null)) {
                    restarted.add(meter.measure(AGENTS, agents -> read(node, agents)));
                    known.add(meter.measure(AGENTS, agents -> read(node, agents)));
                }
            }
        }
        Report report = new Report("usm");
        String what = AGENTS + " SNMPv3 agents with an engine id each, CPU ms per agent, database included: ";
        Rounds peer = counted(stock);
        report.ratio(
                what + "first contact",
                new Rounds.Pair(counted(first), peer),
                Round::cpuMillisPerDevice,
                Goal.atMost(0.35));
        report.note(
                "the first contact after a restart",
                new Rounds.Pair(counted(restarted), peer),
                Round::cpuMillisPerDevice);
        report.note(
                "the same against the contact after it",
                new Rounds.Pair(counted(restarted), counted(known)),
                Round::cpuMillisPerDevice);
        report.write();
    }

    private static void read(BenchNode node, int agents) {
        node.run(Diagrams.ONE_STEP, Map.of(), agents, "SUCCEEDED");
    }

    private static Rounds counted(List<Round> rounds) {
        return new Rounds(rounds.subList(WARM_UP, rounds.size()));
    }
}
