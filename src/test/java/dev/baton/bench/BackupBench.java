package dev.baton.bench;

import dev.baton.testing.Peer;
import dev.baton.testing.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Configuration backups of IOS-like switches with scrubbing, diff and store, against RANCID's clogin, which only fetches. */
@Tag("bench")
@Tag("backup")
class BackupBench {

    private static final String CLOGIN = "/usr/bin/clogin";
    private static final int DEVICES = Integer.getInteger("bench.devices", 100);
    private static final int AT_A_TIME = 16;
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);
    private static final int WARM_UP = Integer.getInteger("bench.warm-up", 30);

    @TempDir
    private Path folder;

    private final String password = UUID.randomUUID().toString();

    @Test
    void backupsAgainstClogin() throws Exception {
        Programs.require(CLOGIN);
        Report report = new Report("backup");
        try (Database database = new Database();
                Peer fleet = new Peer(SshFleet.class, folder.toString(), password)) {
            Inventories.mixed(folder, 0, DEVICES, fleet.port(), fleet.fingerprint(), password);
            try (BenchNode node = new BenchNode(database, folder, null)) {
                Tool clogin = clogin(fleet.port());
                // All at once: the JVM has to compile, and a session is mostly waiting.
                node.deploy(Diagrams.backup(DEVICES));
                for (int round = 0; round < WARM_UP; round++) {
                    backUp(node, DEVICES);
                }
                measure(report, new Meter(database, 0, ROUNDS), node, DEVICES, devices -> fetch(clogin, devices));
            }
        }
        report.write();
    }

    static void measure(Report report, Meter meter, BenchNode node, int devices, Meter.Side clogin) throws Exception {
        node.deploy(Diagrams.backup(AT_A_TIME));
        Rounds.Pair pair = Rounds.alternate(meter, devices, number -> backUp(node, number), devices, clogin);
        String what = "backups of " + devices + " IOS-like devices, ";
        report.ratio(what + "devices/s", pair, Round::rate, Goal.atLeast(8));
        report.ratio(what + "CPU ms per device, database included", pair, Round::cpuMillisPerDevice, Goal.atMost(0.15));
    }

    private static void backUp(BenchNode node, int devices) {
        node.run(Diagrams.BACKUP, Map.of("query", Inventories.IOS), devices, "SUCCEEDED");
    }

    private Tool clogin(int port) throws IOException {
        String ssh = "ssh -F none -o StrictHostKeyChecking=no -o UserKnownHostsFile=" + folder.resolve("known_hosts");
        Path settings = Files.writeString(
                folder.resolve("cloginrc"),
                "add user * bench\nadd password * {" + password + "} {" + password + "}\nadd autoenable * 1\n"
                        + "add method * {ssh:" + port + "}\nadd cyphertype * {aes128-ctr}\n"
                        + "add sshcmd * {" + ssh.replace(" ", "\\ ") + "}\n");
        Files.setPosixFilePermissions(settings, PosixFilePermissions.fromString("rw-------"));
        StringBuilder addresses = new StringBuilder();
        for (int number = 0; number < DEVICES; number++) {
            addresses.append(Addresses.of(number)).append('\n');
        }
        Files.writeString(folder.resolve("addresses"), addresses);
        String each = CLOGIN + " -f cloginrc -c \"show running-config\" {} >config-{} 2>&1";
        return new Tool(
                folder,
                Map.of("TERM", "network"),
                List.of("sh", "-c", "xargs -P " + AT_A_TIME + " -I{} sh -c '" + each + "' <addresses"));
    }

    private void fetch(Tool clogin, int devices) throws IOException, InterruptedException {
        String output = clogin.run();
        for (int number = 0; number < devices; number++) {
            Path configuration = folder.resolve("config-" + Addresses.of(number));
            if (Files.readAllLines(configuration).stream()
                    .noneMatch(line -> line.strip().equals("end"))) {
                throw new IOException("clogin fetched no configuration: " + output + Files.readString(configuration));
            }
        }
    }
}
