package dev.baton.bench;

import dev.baton.testing.OpenSshServer;
import dev.baton.testing.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** One step over targets of a real sshd, against Ansible's raw module with 50 forks. */
@Tag("bench")
@Tag("ansible")
class AnsibleBench {

    private static final String ANSIBLE = "/usr/bin/ansible";
    private static final int TARGETS = Integer.getInteger("bench.targets", 100);
    private static final int AT_A_TIME = 50;
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 2);
    private static final int WARM_UP = Integer.getInteger("bench.warm-up", 15);

    @RegisterExtension
    static final OpenSshServer SSHD = new OpenSshServer("ListenAddress 0.0.0.0");

    @TempDir
    private Path folder;

    @Test
    void oneStepAgainstAnsible() throws Exception {
        Programs.require(ANSIBLE);
        Report report = new Report("ansible");
        Path key = SSHD.folder().resolve("user");
        Inventories.sshWithKey(folder, TARGETS, SSHD.port(), SSHD.pin().fingerprint(), key);
        Tool ansible = ansible(key);
        try (Database database = new Database();
                BenchNode node = new BenchNode(database, folder, null)) {
            node.deploy(Diagrams.oneStep(Diagrams.ONE_STEP, SshFleet.ECHO, AT_A_TIME, Duration.ofMinutes(1)));
            for (int round = 0; round < WARM_UP; round++) {
                node.run(Diagrams.ONE_STEP, Map.of(), TARGETS, "SUCCEEDED");
            }
            Rounds.Pair pair = Rounds.alternate(
                    new Meter(database, 0, ROUNDS),
                    TARGETS,
                    targets -> node.run(Diagrams.ONE_STEP, Map.of(), targets, "SUCCEEDED"),
                    TARGETS,
                    targets -> run(ansible));
            String what = TARGETS + " targets of a real sshd in one step, ";
            report.ratio(what + "devices/s", pair, Round::rate, Goal.atLeast(8));
            report.ratio(
                    what + "CPU ms per device, database included", pair, Round::cpuMillisPerDevice, Goal.atMost(0.1));
        }
        report.write();
    }

    private Tool ansible(Path key) throws IOException {
        StringBuilder hosts = new StringBuilder();
        for (int number = 0; number < TARGETS; number++) {
            hosts.append(Addresses.name(number))
                    .append(" ansible_host=")
                    .append(Addresses.of(number))
                    .append('\n');
        }
        hosts.append("[all:vars]\nansible_port=").append(SSHD.port());
        hosts.append("\nansible_user=").append(System.getProperty("user.name"));
        hosts.append("\nansible_ssh_private_key_file=").append(key).append('\n');
        Files.writeString(folder.resolve("hosts"), hosts);
        // A connection that outlives its command would spare the next round its work.
        String options = "-F none -o ControlMaster=no -o UserKnownHostsFile=" + folder.resolve("known_hosts");
        return new Tool(
                folder,
                Map.of(
                        "ANSIBLE_CONFIG",
                        Files.writeString(folder.resolve("ansible.cfg"), "").toString(),
                        "ANSIBLE_HOST_KEY_CHECKING",
                        "False",
                        "ANSIBLE_SSH_ARGS",
                        options),
                List.of(ANSIBLE, "all", "-i", "hosts", "-m", "raw", "-a", SshFleet.ECHO, "-f", "" + AT_A_TIME));
    }

    private static void run(Tool ansible) throws IOException, InterruptedException {
        String output = ansible.run();
        long done =
                output.lines().filter(line -> line.contains("| CHANGED | rc=0")).count();
        if (done != TARGETS) {
            throw new IOException("ansible reached " + done + " of " + TARGETS + " targets: " + output);
        }
    }
}
