package dev.baton.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.testing.Peer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three nodes work on one PostgreSQL while nodes are killed, frozen for longer than their leases, and drained, and while the
 * database restarts: nothing is lost, nothing that must not be repeated is sent twice, and people can decide the rest.
 */
class ChaosIT {

    private static final Duration DRAINED = Duration.ofMinutes(5);
    private static final Path LOG = Path.of("target", "chaos-nodes.log").toAbsolutePath();
    private static final Path DATABASE_LOG =
            Path.of("target", "chaos-database.log").toAbsolutePath();

    @TempDir
    private Path folder;

    private final Sizes sizes = Sizes.given();
    private final Random random = new Random(sizes.seed());
    private final String password = UUID.randomUUID().toString();
    private final Map<String, Object> table = new TreeMap<>();

    @Test
    void nothingIsLostAndNothingThatMustNotBeRepeatedIsDoneTwice() throws Exception {
        say(sizes.toString() + ", -Dchaos.seed=" + sizes.seed());
        Files.createDirectories(LOG.getParent());
        Files.deleteIfExists(LOG);
        Files.deleteIfExists(DATABASE_LOG);
        try (Peer devices = new Peer(ChaosDevices.class, folder.toString(), password, String.valueOf(sizes.seed()));
                ChaosDatabase database = new ChaosDatabase(folder, DATABASE_LOG)) {
            Files.writeString(
                    folder.resolve("inventory.yaml"), ChaosInventory.yaml(devices.port(), devices.fingerprint()));
            Files.writeString(folder.resolve("chaos.bpmn"), ChaosDiagram.xml());
            Files.writeString(
                    folder.resolve("users.yaml"),
                    "users: [{name: operator, groups: [operators], password: \"env:CHAOS_PASSWORD\"}]");
            Files.createDirectories(folder.resolve("procedures/processes"));
            Files.createDirectories(folder.resolve("procedures/forms"));
            try (Cluster cluster = new Cluster(folder, LOG, random, settings(), environment(database))) {
                List<String> wrong = chaos(cluster, database);
                assertThat(wrong)
                        .as("what is wrong; the nodes' log is %s, -Dchaos.seed=%d", LOG, sizes.seed())
                        .isEmpty();
            }
        }
    }

    private List<String> chaos(Cluster cluster, ChaosDatabase database) throws Exception {
        await("the procedure")
                .pollInSameThread()
                .atMost(Duration.ofMinutes(2))
                .until(() -> database.number("select count(*) from act_re_procdef where key_ = 'chaos'") > 0);
        People people = new People(cluster, database, folder, password);
        Work work = new Work(people, database, new Random(random.nextLong()), sizes.runs());
        Remains remains = new Remains(people, database, new Random(random.nextLong()));
        Faults faults = new Faults(cluster, database, random, sizes);
        ExecutorService worker = Executors.newSingleThreadExecutor();
        try {
            long begun = System.nanoTime();
            Future<Void> working = worker.submit(work);
            List<String> wrong = new ArrayList<>(faults.happen(work, working));
            long calm = System.nanoTime();
            working.get();
            remains.awaitQuiet(DRAINED);
            took("from the last fault until all is drained", calm);
            wrong.addAll(remains.wrong(sizes.runs()));
            remains.decideAll(DRAINED);
            Judge judge = new Judge(DeviceLog.read(folder), faults.thaws(), database);
            wrong.addAll(judge.wrong());
            wrong.addAll(remains.undecided());
            took("all of it", begun);
            table.putAll(judge.counts());
            table.putAll(remains.counts());
            table.put("decisions of the person", people.decided.get());
            print();
            return wrong;
        } finally {
            worker.shutdownNow();
        }
    }

    private void took(String what, long since) {
        table.put(
                "seconds: " + what, Duration.ofNanos(System.nanoTime() - since).toSeconds());
    }

    private void print() {
        StringBuilder text = new StringBuilder("chaos of " + sizes + "\n");
        table.forEach((what, count) -> text.append(String.format("%8s  %s%n", count, what)));
        say(text.toString());
    }

    private static void say(String text) {
        System.getLogger("chaos").log(System.Logger.Level.INFO, text);
    }

    private List<String> settings() {
        return List.of(
                "--spring.profiles.active=postgresql",
                "--spring.main.banner-mode=off",
                "--management.server.port=-1",
                "--management.endpoint.health.validate-group-membership=false",
                "--baton.inventory=" + folder.resolve("inventory.yaml"),
                "--baton.identity.users=" + folder.resolve("users.yaml"),
                "--baton.procedures.path=" + folder.resolve("procedures"),
                "--baton.device.scrub-key-file=" + folder.resolve("scrub.key"),
                "--baton.backup.repository=" + folder.resolve("backups"),
                "--baton.lab.enabled=false",
                "--baton.runner.lock=6s",
                "--baton.runner.lease=6s",
                "--baton.runner.poll=200ms",
                "--camunda.bpm.job-execution.lock-time-in-millis=10000",
                "--chaos.diagram=" + folder.resolve("chaos.bpmn"));
    }

    private Map<String, String> environment(ChaosDatabase database) throws IOException {
        return Map.of(
                "BATON_DB_URL",
                database.url(),
                "BATON_DB_USER",
                "postgres",
                "BATON_DB_PASSWORD",
                "",
                "CHAOS_PASSWORD",
                password);
    }
}
