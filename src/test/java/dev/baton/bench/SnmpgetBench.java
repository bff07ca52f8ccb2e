package dev.baton.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One step that reads five values of thousands of SNMP agents, against net-snmp's own tool by {@code xargs -P 32}. */
@Tag("bench")
@Tag("snmpget")
class SnmpgetBench {

    private static final int AGENTS = Integer.getInteger("bench.agents", 5_000);
    private static final int SNMPGET_AGENTS = Integer.getInteger("bench.snmpget.agents", 500);
    private static final int IN_FLIGHT = 200;

    @TempDir
    private Path folder;

    @Test
    void oneStepAgainstSnmpget() throws Exception {
        Report report = new Report("snmpget");
        try (Database database = new Database();
                Peer fleet = new Peer(SnmpFleet.class, String.valueOf(AGENTS), "0")) {
            Inventories.snmp(folder, AGENTS, fleet.port());
            try (BenchNode node = new BenchNode(database, folder, null)) {
                node.deploy(Diagrams.readSnmp(SnmpBench.OIDS, IN_FLIGHT));
                Rounds.Pair pair = Rounds.alternate(
                        new Meter(database),
                        AGENTS,
                        agents -> node.run(Diagrams.ONE_STEP, Map.of(), agents, "SUCCEEDED"),
                        SNMPGET_AGENTS,
                        agents -> snmpget(agents, fleet.port()));
                report.ratio(
                        AGENTS + " SNMP v2c agents in one step against " + SNMPGET_AGENTS + " by snmpget, agents/s",
                        pair,
                        Round::rate,
                        Goal.atLeast(100));
            }
        }
        report.write();
    }

    private void snmpget(int agents, int port) throws IOException, InterruptedException {
        Path addresses = folder.resolve("addresses");
        Files.write(
                addresses,
                IntStream.range(0, agents)
                        .mapToObj(number -> Addresses.of(number) + ":" + port)
                        .toList());
        List<String> command = new ArrayList<>(
                List.of("xargs", "-P", "32", "-I", "{}", "snmpget", "-v2c", "-c", "bench", "-t", "10", "-Oqn", "{}"));
        command.addAll(SnmpBench.OIDS);
        Path answers = folder.resolve("answers");
        int exit = new ProcessBuilder(command)
                .redirectInput(addresses.toFile())
                .redirectOutput(answers.toFile())
                .start()
                .waitFor();
        assertThat(exit).isZero();
        assertThat(Files.readAllLines(answers)).hasSize(agents * SnmpBench.OIDS.size());
    }
}
