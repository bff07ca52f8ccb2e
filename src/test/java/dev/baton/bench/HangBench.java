package dev.baton.bench;

import dev.baton.testing.Peer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One device of twenty takes a command and never answers: the run ends in time, and the others do not wait for it. */
@Tag("bench")
@Tag("hang")
class HangBench {

    private static final int DEVICES = Integer.getInteger("bench.devices", 1_000);
    private static final int CONCURRENCY = 200;

    @TempDir
    private Path folder;

    private final String password = UUID.randomUUID().toString();

    @Test
    void someDevicesHang() throws Exception {
        Report report = new Report("hang");
        try (Database database = new Database();
                Peer fleet = new Peer(SshFleet.class, folder.toString(), password)) {
            Inventories.ssh(folder, DEVICES, fleet.port(), fleet.fingerprint(), password);
            try (BenchNode node = new BenchNode(database, folder, null)) {
                measure(report, new Meter(database, 1), database, node, DEVICES, Diagrams.TIMEOUT);
            }
        }
        report.write();
    }

    /** @param timeout of the command that hangs */
    static void measure(Report report, Meter meter, Database database, BenchNode node, int devices, Duration timeout) {
        int hanging = devices / SshFleet.ONE_HANGS_OF;
        Map<String, Object> linux = Map.of("query", Inventories.LINUX);
        node.deploy(Diagrams.oneStep("clean", SshFleet.ECHO, CONCURRENCY));
        node.deploy(Diagrams.oneStep("hanging", SshFleet.HANG, CONCURRENCY, timeout));
        List<Round> clean = new ArrayList<>();
        List<Round> healthy = new ArrayList<>();
        List<Round> late = new ArrayList<>();
        for (int round = -meter.warmUp(); round < meter.rounds(); round++) {
            String one = node.run("clean", linux, devices, "SUCCEEDED");
            String other = node.run("hanging", linux, devices - hanging, "SUCCEEDED");
            decide(database, other);
            if (round >= 0) {
                clean.add(lasted(database, one));
                healthy.add(lasted(database, other));
                late.add(afterTheLastDeadline(database, other, timeout));
            }
        }
        report.ratio(
                "seconds until the last healthy device, " + hanging + " of " + devices
                        + " SSH devices hang, against a clean run",
                new Rounds.Pair(new Rounds(healthy), new Rounds(clean)),
                Round::seconds,
                Goal.atMost(1.3));
        report.value(
                "end of that run after the deadline of the hanging device that was started last, s",
                new Rounds(late),
                Round::seconds,
                Goal.atMost(5));
    }

    /** What hangs may still run there, so that the device is kept from others until somebody decides what became of it. */
    private static void decide(Database database, String run) {
        database.change("update baton_action set state = 'ABANDONED' where run = ? and state = 'UNKNOWN'", run);
        database.change("update baton_lease set expires_at = current_timestamp");
    }

    /** From the plan to the last device that succeeded. */
    private static Round lasted(Database database, String run) {
        return millis(database.number(
                "select cast(extract(epoch from max(finished_at) - min(planned_at)) * 1000 as bigint)"
                        + " from baton_action where run = ? and state = 'SUCCEEDED'",
                run));
    }

    private static Round afterTheLastDeadline(Database database, String run, Duration timeout) {
        return millis(database.number(
                "select cast(extract(epoch from (select end_time_ from act_hi_procinst where id_ = ?)"
                        + " - max(sent_at) - interval '" + timeout.toSeconds() + " seconds') * 1000 as bigint)"
                        + " from baton_action where run = ? and state = 'UNKNOWN'",
                run,
                run));
    }

    private static Round millis(long millis) {
        return new Round(1, millis / 1e3, 0, 0);
    }
}
