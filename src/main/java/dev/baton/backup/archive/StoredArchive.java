package dev.baton.backup.archive;

import dev.baton.action.ConfigArchive;
import dev.baton.action.Dialects;
import dev.baton.action.Operation;
import dev.baton.backup.BackupSettings;
import dev.baton.backup.BackupViews;
import dev.baton.backup.RevisionView;
import dev.baton.inventory.Inventory;
import dev.baton.inventory.InventoryDevice;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Compares what is kept with the inventory. */
@Service
class StoredArchive implements ConfigArchive {

    private static final String NOT_WANTED = "backup-skip";
    private static final String FAILED = "backup-failed";

    private final JdbcClient jdbc;
    private final BackupViews views;
    private final Inventory inventory;
    private final Dialects dialects;
    private final OldRevisions old;
    private final BackupSettings settings;
    private final Clock clock;

    @Autowired
    StoredArchive(
            JdbcClient jdbc,
            BackupViews views,
            Inventory inventory,
            Dialects dialects,
            OldRevisions old,
            BackupSettings settings) {
        this(jdbc, views, inventory, dialects, old, settings, Clock.systemUTC());
    }

    StoredArchive(
            JdbcClient jdbc,
            BackupViews views,
            Inventory inventory,
            Dialects dialects,
            OldRevisions old,
            BackupSettings settings,
            Clock clock) {
        this.jdbc = jdbc;
        this.views = views;
        this.inventory = inventory;
        this.dialects = dialects;
        this.old = old;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public List<Coverage> coverage() {
        Instant now = clock.instant();
        Map<String, Instant> good =
                views.coverage().stream().collect(Collectors.toMap(RevisionView::device, RevisionView::goodAt));
        Map<String, Map<String, Instant>> open = openFindings();
        return inventory.devices().stream()
                .map(device ->
                        coverage(device, good.get(device.name()), open.getOrDefault(device.name(), Map.of()), now))
                .toList();
    }

    @Override
    public Optional<Stored> stored(String device) {
        return inventory
                .find(device)
                .flatMap(known -> jdbc.sql("""
                        select r.number, r.sha256 from baton_config_revision r
                        where r.device = :device order by r.number desc fetch first 1 rows only
                        """)
                        .param("device", device)
                        .query((row, index) -> stored(known, row.getInt("number"), row.getString("sha256")))
                        .optional());
    }

    private Stored stored(InventoryDevice device, int number, String sha256) {
        String text = views.content(device.name(), number).orElse("");
        return new Stored(device.name(), device.device().platform(), number, sha256, text);
    }

    private Coverage coverage(
            InventoryDevice device, @Nullable Instant goodAt, Map<String, Instant> open, Instant now) {
        String exemption = exemption(device);
        State state = exemption != null
                ? State.EXEMPT
                : goodAt == null
                        ? State.MISSING
                        : goodAt.isBefore(now.minus(settings.staleAfter())) ? State.STALE : State.CURRENT;
        Set<String> kinds =
                open.keySet().stream().filter(kind -> !kind.equals(FAILED)).collect(Collectors.toSet());
        return new Coverage(
                device.name(), device.device().platform(), state, goodAt, open.get(FAILED), exemption, now, kinds);
    }

    private @Nullable String exemption(InventoryDevice device) {
        if (device.device().tags().contains(NOT_WANTED)) {
            return "it has the tag " + NOT_WANTED;
        }
        if (device.ssh() == null) {
            return "the inventory gives it no ssh access";
        }
        String platform = device.device().platform();
        return dialects.of(platform).supports(Operation.SHOW_CONFIG)
                ? null
                : "the platform " + platform + " does not show its configuration";
    }

    /** When findings about backups were opened, by device and kind. */
    private Map<String, Map<String, Instant>> openFindings() {
        Map<String, Map<String, Instant>> open = new HashMap<>();
        jdbc.sql("""
                        select device, kind, min(opened_at) as opened_at from baton_finding
                        where kind in ('backup-failed', 'backup-stale', 'backup-missing') and state <> 'RESOLVED'
                        group by device, kind
                        """).query(row -> {
            open.computeIfAbsent(row.getString("device"), device -> new HashMap<>())
                    .put(
                            row.getString("kind"),
                            row.getObject("opened_at", OffsetDateTime.class).toInstant());
        });
        return open;
    }

    @Override
    public Thinned thinOut(Keeping keeping) {
        return old.thinOut(keeping);
    }
}
