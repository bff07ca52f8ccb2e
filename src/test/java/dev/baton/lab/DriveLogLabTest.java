package dev.baton.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.baton.action.Finding;
import dev.baton.action.Result;
import dev.baton.lab.host.Description;
import dev.baton.lab.host.Host;
import dev.baton.lab.machine.Power;
import dev.baton.testing.Devices;
import dev.baton.testing.LogScan;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a host of the lab tells of its drives. */
class DriveLogLabTest {

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

    @AfterEach
    void stop() {
        timer.shutdownNow();
    }

    @Test
    void aHostWithFailingDrivesShowsOneOfEachFinding() {
        LogScan scan = scan("failing");

        Result first = scan.look(Map.of());
        Result second = scan.look(Map.of());

        assertThat(first.findings())
                .extracting(Finding::kind, Finding::part)
                .containsExactlyInAnyOrder(
                        tuple("drive-failing", "enclosure 4:0:0:0, bay 2"),
                        tuple("drive-suspect", "enclosure 4:0:0:0, bay 3"),
                        tuple("drive-link-errors", "enclosure 4:0:0:0, bay 4"));
        assertThat(second.facts()).containsEntry("linesRead", 0);
        assertThat(second.findings()).hasSameElementsAs(first.findings());
    }

    @Test
    void aHostThatIsWellIsQuiet() {
        Result result = scan(null).look(Map.of());

        assertThat(result.findings()).isEmpty();
        assertThat(result.facts()).containsEntry("linesRead", 7).containsEntry("suspectLines", 0);
    }

    private LogScan scan(String drives) {
        Host host = new Host(
                "storage-09",
                new Description(List.of("smbd.service"), List.of(), null, null, 1, null, false, drives),
                new Power(timer),
                Clock.systemUTC());
        return new LogScan(Devices.plain("linux"), () -> new HostLink(host));
    }
}
