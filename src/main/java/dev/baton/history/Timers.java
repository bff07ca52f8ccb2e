package dev.baton.history;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads when procedures start by themselves. */
@Repository
public class Timers {

    private final JdbcClient jdbc;

    Timers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The next start of every procedure that has a timer, the soonest first. */
    public List<Scheduled> next() {
        return jdbc.sql("""
                        select d.KEY_, d.NAME_, min(j.DUEDATE_) as due from ACT_RU_JOB j
                          join ACT_RE_PROCDEF d on d.ID_ = j.PROCESS_DEF_ID_
                        where j.HANDLER_TYPE_ = 'timer-start-event' and j.DUEDATE_ is not null and j.SUSPENSION_STATE_ = 1
                        group by d.KEY_, d.NAME_ order by 3, 1""")
                .query((row, number) -> new Scheduled(
                        Columns.text(row, "KEY_"),
                        Objects.requireNonNullElse(row.getString("NAME_"), Columns.text(row, "KEY_")),
                        Objects.requireNonNull(Columns.engineTime(row, "due"))))
                .list();
    }

    /** A procedure and when it starts next. */
    public record Scheduled(String procedure, String name, Instant at) {}
}
