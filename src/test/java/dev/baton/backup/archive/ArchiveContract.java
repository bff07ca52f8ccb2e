package dev.baton.backup.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.baton.action.ConfigArchive;
import dev.baton.action.ConfigArchive.Coverage;
import dev.baton.action.ConfigArchive.Keeping;
import dev.baton.action.ConfigArchive.State;
import dev.baton.action.ConfigArchive.Thinned;
import dev.baton.action.Content;
import dev.baton.action.Observations;
import dev.baton.action.Observations.Seen;
import dev.baton.backup.BackupSettings;
import dev.baton.backup.TestBackups;
import dev.baton.device.platform.TestPlatforms;
import dev.baton.inventory.Inventory;
import dev.baton.inventory.InventoryDevice;
import dev.baton.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the archive must do on every database. */
abstract class ArchiveContract {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final Keeping KEEPING =
            new Keeping(Duration.ofDays(90), Duration.ofDays(400), Duration.ofDays(730), Duration.ofDays(2555));

    private final Observations observations = mock();
    private final Inventory inventory = mock();
    private JdbcClient jdbc;
    private ConfigArchive archive;

    abstract TestDatabase database();

    @BeforeEach
    void emptyDatabase() {
        jdbc = JdbcClient.create(database().jdbc());
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        archive = new StoredArchive(
                jdbc,
                TestBackups.views(jdbc),
                inventory,
                TestPlatforms.shipped(),
                new OldRevisions(jdbc, observations, clock),
                new BackupSettings(Path.of("unused"), Duration.ofMinutes(1), Duration.ofDays(7), Duration.ofHours(36)),
                clock);
    }

    @Test
    void everyDeviceIsCurrentStaleMissingOrExempt() {
        inventory("fresh", "old", "never", "tagged");
        keep("fresh", 1, "a", NOW.minus(Duration.ofDays(9)));
        jdbc.sql("update baton_config_revision set confirmed_at = :at")
                .param("at", Timestamp.from(NOW.minus(Duration.ofHours(10))))
                .update();
        keep("old", 1, "b", NOW.minus(Duration.ofDays(3)));
        found("old", "backup-failed", NOW.minus(Duration.ofDays(2)));
        found("fresh", "backup-stale", NOW.minus(Duration.ofDays(4)));

        List<Coverage> coverage = archive.coverage();

        assertThat(coverage)
                .extracting(Coverage::device, Coverage::state, Coverage::failingSince)
                .containsExactly(
                        tuple("fresh", State.CURRENT, null),
                        tuple("old", State.STALE, NOW.minus(Duration.ofDays(2))),
                        tuple("never", State.EXEMPT, null),
                        tuple("tagged", State.EXEMPT, null));
        assertThat(coverage.get(0).openKinds()).containsExactly("backup-stale");
        assertThat(coverage.get(2).exemption()).contains("no ssh access");
        assertThat(coverage.get(3).exemption()).contains("backup-skip");
    }

    @Test
    void oldRevisionsGoWithTheirContents() {
        Instant old = Instant.parse("2026-07-01T08:00:00Z");
        for (int number = 1; number <= 6; number++) {
            keep("sw1", number, "text " + number, old.plusSeconds(number));
        }
        keep("sw2", 1, "text 2", old);

        Thinned thinned = archive.thinOut(KEEPING);

        assertThat(thinned.revisions()).isEqualTo(Map.of("sw1", List.of(1, 2, 3)));
        assertThat(thinned.contents()).as("sw2 still has the text of number 2").isEqualTo(2);
        assertThat(archive.thinOut(KEEPING).revisions()).isEmpty();
    }

    @Test
    void anAcceptedOneAndOneThatTheMirrorLacksStay() {
        Instant old = Instant.parse("2026-07-01T08:00:00Z");
        for (int number = 1; number <= 5; number++) {
            keep("sw1", number, "text " + number, old.plusSeconds(number));
        }
        jdbc.sql("update baton_config_revision set mirrored = false where number = 2")
                .update();
        when(observations.latest("accepted-configuration"))
                .thenReturn(Map.of("sw1", new Seen(Map.of("configuration", "text 1"), NOW, NOW, "RUN-000001")));

        assertThat(archive.thinOut(KEEPING).revisions()).isEmpty();
    }

    @Test
    void theLastRevisionIsGivenBackWithItsDigest() {
        inventory("fresh", "old", "never", "tagged");
        keep("fresh", 1, "a", NOW);
        keep("fresh", 2, "b", NOW);

        assertThat(archive.stored("fresh"))
                .contains(new ConfigArchive.Stored(
                        "fresh", "cisco_ios", 2, Content.of("b").sha256(), "b"));
        assertThat(archive.stored("old")).isEmpty();
        assertThat(archive.stored("unknown")).isEmpty();
    }

    private void inventory(String fresh, String old, String never, String tagged) {
        List<InventoryDevice> devices = List.of(
                TestBackups.device(fresh, true),
                TestBackups.device(old, true),
                TestBackups.device(never, false),
                TestBackups.device(tagged, true, "backup-skip"));
        when(inventory.devices()).thenReturn(devices);
        when(inventory.find(any()))
                .thenAnswer(call -> devices.stream()
                        .filter(device -> device.name().equals(call.getArgument(0)))
                        .findFirst());
    }

    private void keep(String device, int number, String text, Instant at) {
        TestBackups.keep(jdbc, device, number, text, at);
    }

    private void found(String device, String kind, Instant at) {
        jdbc.sql("""
                        insert into baton_finding (id, device, kind, part, severity, message, state, seen, opened_at, seen_at, run)
                        values (:id, :device, :kind, '', 'WARNING', 'x', 'OPEN', 1, :at, :at, 'RUN-000001')
                        """)
                .param("id", device + kind)
                .param("device", device)
                .param("kind", kind)
                .param("at", Timestamp.from(at))
                .update();
    }
}
