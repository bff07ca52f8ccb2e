package dev.baton.bench;

import dev.baton.testing.Peer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the whole server, as it is shipped, takes of the machine's memory in runs over many devices. */
@Tag("bench")
@Tag("memory")
class MemoryBench {

    private static final int DEVICES = Integer.getInteger("bench.devices", 1_000);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final double KIB_A_MIB = 1_024;

    @TempDir
    private Path folder;

    private final String password = UUID.randomUUID().toString();

    @Test
    void theServerWithAHeapOf512Mib() throws Exception {
        Report report = new Report("memory");
        try (Database database = new Database();
                Peer fleet = new Peer(SshFleet.class, folder.toString(), password)) {
            Inventories.ssh(folder, DEVICES, fleet.port(), fleet.fingerprint(), password);
            try (ShippedServer server = new ShippedServer(database, folder, password, "-Xmx512m")) {
                server.deploy(
                        "one-step.bpmn",
                        Bpmn.convertToString(Diagrams.oneStep(Diagrams.ONE_STEP, SshFleet.ECHO, Diagrams.CONCURRENCY)));
                for (int round = 0; round < ROUNDS; round++) {
                    server.run(Diagrams.ONE_STEP, DEVICES);
                }
                double peak = peakKib(server.process()) / KIB_A_MIB;
                report.row(
                        "peak resident memory of the server with -Xmx512m in " + ROUNDS + " runs over " + DEVICES
                                + " SSH devices, MiB",
                        Report.number(peak),
                        "",
                        "",
                        Goal.atMost(768),
                        peak);
            }
        }
        report.write();
    }

    private static double peakKib(ProcessHandle process) throws Exception {
        List<String> lines = Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "status"));
        String peak = lines.stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .findFirst()
                .orElseThrow();
        return Double.parseDouble(peak.replaceAll("\\D", ""));
    }
}
