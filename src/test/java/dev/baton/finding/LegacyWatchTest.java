package dev.baton.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.action.Severity;
import dev.baton.inventory.Credential;
import dev.baton.inventory.HostTrust;
import dev.baton.inventory.Inventory;
import dev.baton.inventory.InventoryDevice;
import dev.baton.inventory.SshAccess;
import dev.baton.secret.SecretReference;
import dev.baton.testing.Devices;
import dev.baton.testing.TestDatabase;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.jdbc.core.simple.JdbcClient;

class LegacyWatchTest {

    private static final LocalDate UNTIL = LocalDate.parse("2027-06-30");

    private final Inventory inventory = Mockito.mock(Inventory.class);
    private final TestDatabase database = TestDatabase.h2();
    private final JdbcClient jdbc = JdbcClient.create(database.dataSource());
    private final FindingViews views = new StoredFindingViews(jdbc);
    private final LegacyWatch watch = new LegacyWatch(
            inventory,
            new StoredFindings(jdbc, new FindingSettings(Duration.ofDays(7)), database.transactions()),
            views);

    @Test
    void aMarkedDeviceHasOneFindingThatNamesTheDay() {
        mark(UNTIL);

        watch.look(UNTIL.minusDays(200));
        watch.look(UNTIL.minusDays(199));

        assertThat(open()).singleElement().satisfies(finding -> {
            assertThat(finding.device()).isEqualTo("box1");
            assertThat(finding.message()).contains("accepted until 2027-06-30 over SSH");
            assertThat(finding.severity()).isEqualTo(Severity.INFO);
            assertThat(finding.seen()).isEqualTo(1);
        });
    }

    @Test
    void itGetsMoreUrgentAsTheDayComesAndGoes() {
        mark(UNTIL);
        watch.look(UNTIL.minusDays(200));

        watch.look(UNTIL.minusDays(30));
        assertThat(open()).singleElement().extracting(FindingView::severity).isEqualTo(Severity.WARNING);

        watch.look(UNTIL.plusDays(1));
        assertThat(open()).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
            assertThat(finding.message()).contains("refused since the end of 2027-06-30");
        });
    }

    @Test
    void itEndsWithTheMark() {
        mark(UNTIL);
        watch.look(UNTIL.minusDays(200));

        mark(null);
        watch.look(UNTIL.minusDays(200));

        assertThat(open()).isEmpty();
    }

    @Test
    void itEndsWithTheDevice() {
        mark(UNTIL);
        watch.look(UNTIL.minusDays(200));

        Mockito.when(inventory.devices()).thenReturn(List.of());
        watch.look(UNTIL.minusDays(200));

        assertThat(open()).isEmpty();
    }

    private void mark(@Nullable LocalDate until) {
        Credential admin = new Credential.SshPassword("admin", "admin", new SecretReference("env:PASSWORD"), null);
        InventoryDevice box = Devices.ssh("linux", 22, admin, new HostTrust.Pin("SHA256:key"));
        SshAccess access = new SshAccess(22, 830, admin, new HostTrust.Pin("SHA256:key"), null, until);
        Mockito.when(inventory.devices())
                .thenReturn(List.of(new InventoryDevice(box.device(), List.of(), access, null)));
    }

    private List<FindingView> open() {
        return views.list(new FindingFilter(null, "legacy-algorithms", FindingState.OPEN, null, null), 0, 10)
                .items();
    }
}
