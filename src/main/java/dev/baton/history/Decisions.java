package dev.baton.history;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what people decided, and what they tried to decide and were refused. */
@Repository
public class Decisions {

    private final JdbcClient jdbc;

    Decisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The decisions on a run, in the order in which they were taken. */
    public List<Decision> ofRun(String reference) {
        return jdbc.sql("select * from baton_approval where run = :reference order by decided_at, id")
                .param("reference", reference)
                .query((row, number) -> new Decision(
                        Columns.text(row, "task"),
                        Columns.text(row, "task_key"),
                        Columns.text(row, "task_name"),
                        Columns.text(row, "person"),
                        Columns.text(row, "requester"),
                        Columns.text(row, "decision"),
                        Columns.text(row, "reason"),
                        row.getBoolean("refused"),
                        Columns.time(row, "decided_at"),
                        Columns.timeOrNull(row, "void_at")))
                .list();
    }

    /** One decision of one person; a refused one changed nothing, one that became void counts no more. */
    public record Decision(
            String task,
            String activity,
            String name,
            String person,
            String requester,
            String decision,
            String reason,
            boolean refused,
            Instant decidedAt,
            @Nullable Instant voidAt) {}
}
