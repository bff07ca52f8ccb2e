package dev.baton.backup;

import dev.baton.action.ConfigStore;
import dev.baton.action.LastChange.Author;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps configurations in the database: a blob per content, a revision per real change. */
@Service
class StoredConfigs implements ConfigStore {

    private static final int MOST_LINES = 200;
    /** So many that the line which a block of a configuration begins with is usually among them. */
    private static final int CONTEXT = 20;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final BackupSettings settings;

    StoredConfigs(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            ApplicationEventPublisher events,
            BackupSettings settings) {
        this.settings = settings;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.events = events;
    }

    @Override
    public Revision save(Dump dump) {
        try {
            return saveOnce(dump);
        } catch (DataIntegrityViolationException someoneWasFaster) {
            // Two runs fetched the same device at the same time, or its content was just thinned out; the second look
            // sees it.
            return saveOnce(dump);
        }
    }

    private Revision saveOnce(Dump dump) {
        Blob blob = Blob.of(dump.configuration());
        return Objects.requireNonNull(transaction.execute(status -> {
            Optional<Last> last = lastText(dump.device());
            return last.filter(kept -> kept.sha256().equals(blob.sha256()))
                    .map(kept -> verify(kept, dump))
                    .orElseGet(() -> keep(dump, blob, last));
        }));
    }

    @Override
    public Optional<Kept> last(String device) {
        return jdbc.sql("""
                        select r.number, r.sha256, r.mark, r.author_seen, r.verified_at,
                          coalesce(r.confirmed_at, r.verified_at) as good_at, current_timestamp as now, b.bytes
                        from baton_config_revision r join baton_config_blob b on b.sha256 = r.sha256
                        where r.device = :device order by r.number desc fetch first 1 rows only
                        """)
                .param("device", device)
                .query((row, number) -> new Kept(
                        row.getInt("number"),
                        row.getString("sha256"),
                        row.getInt("bytes"),
                        row.getString("mark"),
                        row.getString("author_seen"),
                        row.getObject("good_at", OffsetDateTime.class).toInstant(),
                        row.getObject("verified_at", OffsetDateTime.class)
                                .plus(settings.fullFetchEvery())
                                .isBefore(row.getObject("now", OffsetDateTime.class))))
                .optional();
    }

    @Override
    public void confirm(String device, int number) {
        jdbc.sql("""
                        update baton_config_revision set confirmed_at = current_timestamp
                        where device = :device and number = :number
                        """).param("device", device).param("number", number).update();
    }

    private Optional<Last> lastText(String device) {
        return jdbc.sql("""
                        select r.number, r.sha256, b.content from baton_config_revision r
                        join baton_config_blob b on b.sha256 = r.sha256
                        where r.device = :device order by r.number desc fetch first 1 rows only
                        """)
                .param("device", device)
                .query((row, number) -> new Last(
                        device, row.getInt("number"), row.getString("sha256"), Blob.text(row.getBytes("content"))))
                .optional();
    }

    private Revision verify(Last last, Dump dump) {
        jdbc.sql("""
                        update baton_config_revision
                        set verified_at = current_timestamp, confirmed_at = null, mark = :mark
                        where device = :device and number = :number
                        """)
                .param("mark", dump.mark())
                .param("device", last.device())
                .param("number", last.number())
                .update();
        return new Revision(last.number(), last.sha256(), false, 0, 0);
    }

    private Revision keep(Dump dump, Blob blob, Optional<Last> last) {
        keep(blob);
        Author author = dump.author();
        int number = last.map(Last::number).orElse(0) + 1;
        LineDiff diff = LineDiff.of(last.map(Last::text).orElse(""), dump.configuration());
        Revision revision = new Revision(number, blob.sha256(), true, diff.addedLines(), diff.removedLines());
        jdbc.sql("""
                        insert into baton_config_revision (device, number, sha256, added_lines, removed_lines, run,
                          reason, mark, author, author_seen, created_at, verified_at, mirrored)
                        values (:device, :number, :sha256, :added, :removed, :run, :reason, :mark, :author, :seen,
                          current_timestamp, current_timestamp, false)
                        """)
                .param("device", dump.device())
                .param("number", number)
                .param("sha256", blob.sha256())
                .param("added", revision.addedLines())
                .param("removed", revision.removedLines())
                .param("run", dump.run())
                .param("reason", dump.reason())
                .param("mark", dump.mark())
                .param("author", author == null ? null : author.name())
                .param("seen", author == null ? null : author.seen())
                .update();
        events.publishEvent(new RevisionKept(dump.device(), number));
        return revision;
    }

    private void keep(Blob blob) {
        boolean known = jdbc.sql("select count(*) from baton_config_blob where sha256 = :sha256")
                        .param("sha256", blob.sha256())
                        .query(Integer.class)
                        .single()
                > 0;
        if (!known) {
            jdbc.sql("insert into baton_config_blob (sha256, bytes, content) values (:sha256, :bytes, :content)")
                    .param("sha256", blob.sha256())
                    .param("bytes", blob.bytes())
                    .param("content", blob.deflated())
                    .update();
        }
    }

    @Override
    public Optional<Change> lastChange(String device) {
        List<Told> lastTwo = jdbc.sql("""
                        select r.created_at, r.run, r.reason, b.content from baton_config_revision r
                        join baton_config_blob b on b.sha256 = r.sha256
                        where r.device = :device order by r.number desc fetch first 2 rows only
                        """)
                .param("device", device)
                .query((row, number) -> new Told(
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        row.getString("run"),
                        row.getString("reason"),
                        Blob.text(row.getBytes("content"))))
                .list();
        if (lastTwo.size() < 2) {
            return Optional.empty();
        }
        Told last = lastTwo.get(0);
        List<String> lines = LineDiff.of(lastTwo.get(1).text(), last.text())
                .unified("before", "after", CONTEXT)
                .lines()
                .skip(2)
                .limit(MOST_LINES)
                .toList();
        return Optional.of(new Change(last.at(), last.run(), last.reason(), lines));
    }

    private record Told(Instant at, String run, String reason, String text) {}

    private record Last(String device, int number, String sha256, String text) {}
}
