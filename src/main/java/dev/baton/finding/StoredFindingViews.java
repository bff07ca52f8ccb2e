package dev.baton.finding;

import dev.baton.action.Severity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Reads findings from the database. */
@Service
class StoredFindingViews implements FindingViews {

    private final JdbcClient jdbc;

    StoredFindingViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public FindingPage list(FindingFilter filter, int page, int size) {
        Map<String, Object> wanted = wanted(filter);
        String where = wanted.isEmpty()
                ? ""
                : wanted.keySet().stream()
                        .map(column -> column + " = :" + column)
                        .collect(Collectors.joining(" and ", " where ", ""));
        long total = jdbc.sql("select count(*) from baton_finding" + where)
                .params(wanted)
                .query(Long.class)
                .single();
        return new FindingPage(
                jdbc.sql("select * from baton_finding" + where
                                + " order by seen_at desc, id offset :skip rows fetch next :size rows only")
                        .params(wanted)
                        .param("skip", Math.multiplyExact((long) page, size))
                        .param("size", size)
                        .query(StoredFindingViews::view)
                        .list(),
                total);
    }

    @Override
    public Optional<FindingView> find(String id) {
        return jdbc.sql("select * from baton_finding where id = :id")
                .param("id", id)
                .query(StoredFindingViews::view)
                .optional();
    }

    private static Map<String, Object> wanted(FindingFilter filter) {
        Map<String, Object> wanted = new LinkedHashMap<>();
        put(wanted, "device", filter.device());
        put(wanted, "kind", filter.kind());
        put(wanted, "state", filter.state());
        put(wanted, "severity", filter.severity());
        put(wanted, "run", filter.run());
        return wanted;
    }

    private static void put(Map<String, Object> wanted, String column, @Nullable Object value) {
        if (value != null) {
            wanted.put(column, value.toString());
        }
    }

    private static FindingView view(ResultSet row, int number) throws SQLException {
        return new FindingView(
                row.getString("id"),
                row.getString("device"),
                row.getString("kind"),
                row.getString("part"),
                Severity.valueOf(row.getString("severity")),
                row.getString("message"),
                FindingState.valueOf(row.getString("state")),
                row.getInt("seen"),
                instant(row, "opened_at"),
                instant(row, "seen_at"),
                row.getObject("resolved_at") == null ? null : instant(row, "resolved_at"),
                row.getString("run"),
                row.getString("evidence"),
                row.getInt("reopened"),
                acknowledgement(row));
    }

    private static FindingView.@Nullable Acknowledgement acknowledgement(ResultSet row) throws SQLException {
        return row.getString("acknowledged_by") == null
                ? null
                : new FindingView.Acknowledgement(
                        row.getString("acknowledged_by"),
                        instant(row, "acknowledged_at"),
                        row.getString("acknowledged_note"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
