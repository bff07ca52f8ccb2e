package dev.baton.history;

import dev.baton.engine.timer.TimerSettings;
import dev.baton.engine.timer.ZonedCycles;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads when procedures start by themselves, what came of it, and which starts were missed. */
@Repository
public class Schedules {

    private static final String LIST = """
            select d.KEY_, d.NAME_, f.ACT_ID_, j.REPEAT_, j.DUEDATE_, j.SUSPENSION_STATE_,
              (select sum(m.missed) from baton_missed_start m
                where m.procedure_key = d.KEY_ and m.activity = f.ACT_ID_) as missed,
              (select r.reference from baton_run r join ACT_HI_PROCINST p on p.ID_ = r.process_instance
                where r.procedure_key = d.KEY_ and r.requester = 'timer' and p.START_ACT_ID_ = f.ACT_ID_
                order by r.started_at desc fetch first 1 rows only) as last_run
            from ACT_RU_JOB j
              join ACT_RE_PROCDEF d on d.ID_ = j.PROCESS_DEF_ID_
              join ACT_RU_JOBDEF f on f.ID_ = j.JOB_DEF_ID_
            where j.HANDLER_TYPE_ = 'timer-start-event' and j.DUEDATE_ is not null
            order by j.DUEDATE_, d.KEY_""";

    private final JdbcClient jdbc;
    private final RunHistory runs;
    private final TimerSettings timers;

    Schedules(JdbcClient jdbc, RunHistory runs, TimerSettings timers) {
        this.jdbc = jdbc;
        this.runs = runs;
        this.timers = timers;
    }

    /** Every timer that starts a procedure, the one that is due first at the top. */
    public List<Schedule> list() {
        ZonedCycles cycles = new ZonedCycles(timers.timeZone());
        return jdbc.sql(LIST).query((row, number) -> schedule(row, cycles)).list();
    }

    private Schedule schedule(ResultSet row, ZonedCycles cycles) throws SQLException {
        String cycle = row.getString("REPEAT_");
        Optional<Run> last = Optional.ofNullable(row.getString("last_run")).flatMap(runs::find);
        return new Schedule(
                Columns.text(row, "KEY_"),
                Objects.requireNonNullElse(row.getString("NAME_"), Columns.text(row, "KEY_")),
                Columns.text(row, "ACT_ID_"),
                cycle,
                (cycle == null ? timers.timeZone() : cycles.zone(cycle)).getId(),
                Columns.engineTime(row, "DUEDATE_"),
                row.getInt("SUSPENSION_STATE_") != 1,
                last.map(Run::reference).orElse(null),
                last.map(Run::startedAt).orElse(null),
                last.map(Run::state).orElse(null),
                last.map(Schedules::outcome).orElse(null),
                row.getLong("missed"));
    }

    private static @Nullable String outcome(Run run) {
        return run.outcome() == null ? null : run.outcome().name();
    }

    /** Those that wait for a person first, then the latest. */
    public List<MissedStart> missed(int most) {
        return jdbc.sql("select * from baton_missed_start order by case when state = 'WAITING' then 0 else 1 end,"
                        + " noticed_at desc fetch first :most rows only")
                .param("most", most)
                .query(Schedules::missed)
                .list();
    }

    public Optional<MissedStart> missed(String id) {
        return jdbc.sql("select * from baton_missed_start where id = :id")
                .param("id", id)
                .query(Schedules::missed)
                .optional();
    }

    private static MissedStart missed(ResultSet row, int number) throws SQLException {
        return new MissedStart(
                Columns.text(row, "id"),
                Columns.text(row, "procedure_key"),
                Columns.text(row, "activity"),
                Columns.time(row, "first_due"),
                Columns.time(row, "last_due"),
                row.getInt("missed"),
                Columns.text(row, "policy"),
                Columns.text(row, "state"),
                Columns.time(row, "noticed_at"),
                row.getString("decided_by"),
                Columns.timeOrNull(row, "decided_at"),
                row.getString("reason"));
    }
}
