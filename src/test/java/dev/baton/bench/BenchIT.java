package dev.baton.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.testing.Peer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every benchmark that needs no other program, on a handful of devices: they measure nothing here, but they still work. */
class BenchIT {

    private static final int HOSTS = 24;
    private static final int SWITCHES = 3;

    @TempDir
    private Path folder;

    private final String password = UUID.randomUUID().toString();
    private final Report report = new Report("small");

    @Test
    void theBenchmarksOverSshStillWork() throws Exception {
        try (Database database = new Database();
                Peer fleet = new Peer(SshFleet.class, folder.toString(), password)) {
            Inventories.mixed(folder, HOSTS, SWITCHES, fleet.port(), fleet.fingerprint(), password);
            Meter meter = new Meter(database, 0, 1);
            try (BenchNode node = new BenchNode(database, folder, null)) {
                SshBench.measure(report, meter, node, fleet, password, HOSTS);
                StepsBench.measure(report, meter, node, HOSTS);
                BackupBench.measure(report, meter, node, SWITCHES, devices -> {});
                HangBench.measure(report, meter, database, node, HOSTS, Duration.ofSeconds(5));
            }
        }
        report.write();

        assertThat(Files.readString(Path.of("target", "bench", "small.md")))
                .contains("SSH devices in one step", "check, change and check", "IOS-like devices", "hang");
    }

    @Test
    void theBenchmarksOverScriptedDevicesStillWork() throws Exception {
        Inventories.ssh(folder, HOSTS, 22, "SHA256:" + "A".repeat(43), password);
        try (Database database = new Database();
                BenchNode node = new BenchNode(database, folder, new ScriptedDevices())) {
            Meter meter = new Meter(database, 0, 1);
            EngineBench.measure(report, meter, node, HOSTS, 2);
            GrowthBench.measure(report, meter, node, HOSTS, HOSTS);
            RunsBench.measure(report, meter, node, 3);
        }
        report.write();

        assertThat(Files.readString(Path.of("target", "bench", "small.md")))
                .contains("multi-instance step", "scripted devices in one step", "small runs");
    }
}
