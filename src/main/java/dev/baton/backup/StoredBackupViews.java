package dev.baton.backup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Reads kept configurations from the database. */
@Service
class StoredBackupViews implements BackupViews {

    private static final String REVISIONS = """
            select r.*, b.bytes from baton_config_revision r join baton_config_blob b on b.sha256 = r.sha256
            """;

    private final JdbcClient jdbc;

    StoredBackupViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<RevisionView> revisions(String device) {
        return jdbc.sql(REVISIONS + "where r.device = :device order by r.number desc")
                .param("device", device)
                .query(StoredBackupViews::view)
                .list();
    }

    @Override
    public Optional<RevisionView> revision(String device, int number) {
        return jdbc.sql(REVISIONS + "where r.device = :device and r.number = :number")
                .param("device", device)
                .param("number", number)
                .query(StoredBackupViews::view)
                .optional();
    }

    @Override
    public Optional<String> content(String device, int number) {
        return jdbc.sql("""
                        select b.content from baton_config_revision r join baton_config_blob b on b.sha256 = r.sha256
                        where r.device = :device and r.number = :number
                        """)
                .param("device", device)
                .param("number", number)
                .query((row, index) -> Blob.text(row.getBytes("content")))
                .optional();
    }

    @Override
    public Optional<String> diff(String device, int from, int to) {
        return content(device, from)
                .flatMap(before -> content(device, to)
                        .map(after -> LineDiff.of(before, after)
                                .unified(device + " revision " + from, device + " revision " + to)));
    }

    @Override
    public List<RevisionView> coverage() {
        return jdbc.sql(REVISIONS + """
                                where r.number = (select max(newest.number) from baton_config_revision newest
                                  where newest.device = r.device)
                                order by r.device
                                """).query(StoredBackupViews::view).list();
    }

    private static RevisionView view(ResultSet row, int index) throws SQLException {
        return new RevisionView(
                row.getString("device"),
                row.getInt("number"),
                row.getString("sha256"),
                row.getInt("bytes"),
                row.getInt("added_lines"),
                row.getInt("removed_lines"),
                row.getString("run"),
                row.getString("reason"),
                instant(row, "created_at"),
                instant(row, "verified_at"),
                instantOrNull(row, "confirmed_at"),
                row.getString("author"),
                row.getString("author_seen"),
                row.getBoolean("mirrored"));
    }

    private static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
