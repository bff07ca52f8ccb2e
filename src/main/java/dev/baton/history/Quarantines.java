package dev.baton.history;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the quarantines that there are and were. */
@Repository
public class Quarantines {

    private final JdbcClient jdbc;

    Quarantines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The one that lasts. */
    public Optional<QuarantineView> current() {
        return select("where open_key = 1").stream().findFirst();
    }

    /** Those that are over, the last one first. */
    public List<QuarantineView> lifted() {
        return select("where open_key is null order by entered_at desc limit 20");
    }

    private List<QuarantineView> select(String which) {
        return jdbc.sql("select * from baton_quarantine " + which)
                .query((row, number) -> new QuarantineView(
                        Columns.text(row, "id"),
                        Columns.text(row, "node"),
                        Columns.text(row, "reason"),
                        row.getInt("unknown_actions"),
                        row.getInt("void_approvals"),
                        Columns.time(row, "entered_at"),
                        Columns.timeOrNull(row, "lifted_at"),
                        row.getString("lifted_by"),
                        row.getString("lift_reason")))
                .list();
    }
}
