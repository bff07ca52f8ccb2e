package dev.baton.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.baton.action.Decisions;
import dev.baton.action.DeviceDelegate;
import dev.baton.action.Finding;
import dev.baton.action.Observations;
import dev.baton.action.Result;
import dev.baton.lab.host.Description;
import dev.baton.lab.host.Host;
import dev.baton.lab.machine.Power;
import dev.baton.testing.DelegateSession;
import dev.baton.testing.Devices;
import dev.baton.testing.LogScan;
import dev.baton.testing.RememberedObservations;
import dev.baton.testing.ShippedDecisions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** What a host of the lab tells of its hardware. */
class HardwareLabTest {

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

    @AfterEach
    void stop() {
        timer.shutdownNow();
    }

    @Test
    void aHostThatIsWellHasNoFindingAndNoSilentSource() {
        Result result = read(null, "root");

        assertThat(result.findings()).isEmpty();
        assertThat(result.summary()).isEqualTo("healthy: 1 drive OK");
    }

    @Test
    void anAccountAsksBySudo() {
        assertThat(read(null, "ops").summary()).isEqualTo("healthy: 1 drive OK");
    }

    @Test
    void aHostWithFailingDrivesShowsTheDriveThatItsJournalNames() {
        Result result = read("failing", "root");

        assertThat(result.findings())
                .extracting(Finding::kind, Finding::part)
                .containsExactlyInAnyOrder(tuple("drive-failed", "serial ZC1F00B2"), tuple("array-degraded", "md0"));
        assertThat(result.findings())
                .filteredOn(finding -> finding.kind().equals("drive-failed"))
                .allSatisfy(finding ->
                        assertThat(finding.evidence()).contains("its self-assessment is failed", "faulty   /dev/sdb1"));
    }

    @Test
    void theLogScanComesToTheSameFindingOfTheSameDrive() {
        Result hardware = read("failing", "root");
        Host host = host("failing", "root");

        try (LogScan scan = new LogScan(Devices.plain("linux"), () -> new HostLink(host)).after(hardware)) {
            Result logs = scan.look(Map.of());

            assertThat(logs.findings())
                    .extracting(Finding::kind, Finding::part)
                    .contains(tuple("drive-failed", "serial ZC1F00B2"))
                    .doesNotHaveDuplicates()
                    .noneMatch(found -> found.toList().contains("drive-failing"));
        }
    }

    private Host host(String drives, String account) {
        return new Host(
                "storage-09",
                new Description(List.of("smbd.service"), List.of(), null, null, 1, account, true, drives),
                new Power(timer),
                Clock.systemUTC());
    }

    private Result read(String drives, String account) {
        Host host = host(drives, account);
        try (DelegateSession session = new DelegateSession(Devices.plain("linux"), () -> new HostLink(host));
                AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            context.registerBean(Observations.class, RememberedObservations::new);
            context.registerBean(Decisions.class, () -> new ShippedDecisions());
            context.scan("dev.baton.delegates.hardware");
            context.refresh();
            return session.perform(context.getBean("readHardware", DeviceDelegate.class), Map.of());
        }
    }
}
