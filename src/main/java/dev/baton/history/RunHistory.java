package dev.baton.history;

import dev.baton.history.Run.Outcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The runs that there are and were. */
@Repository
public class RunHistory {

    /** The state of the process instance p, whose open activities may be in called instances too. */
    static final String STATE = """
            case when p.STATE_ in ('EXTERNALLY_TERMINATED', 'INTERNALLY_TERMINATED') then 'CANCELLED'
              when p.END_TIME_ is not null then 'COMPLETED'
              when exists (select 1 from ACT_RU_INCIDENT i where i.PROC_INST_ID_ = p.ID_) then 'FAILED'
              when exists (select 1 from ACT_HI_ACTINST w where w.ROOT_PROC_INST_ID_ = p.ROOT_PROC_INST_ID_
                  and w.END_TIME_ is null and w.ACT_TYPE_ in ('userTask', 'receiveTask', 'intermediateTimer',
                  'intermediateMessageCatch', 'intermediateSignalCatch', 'intermediateConditional', 'eventBasedGateway'))
                and not exists (select 1 from ACT_HI_ACTINST s where s.ROOT_PROC_INST_ID_ = p.ROOT_PROC_INST_ID_
                  and s.END_TIME_ is null and s.ACT_TYPE_ in ('serviceTask', 'sendTask', 'businessRuleTask')) then 'WAITING'
              else 'RUNNING' end""";

    private static final String SELECT = """
            select r.reference, r.process_instance, r.procedure_key, r.mode, r.requester, r.reason, r.query, r.emergency, r.cancelled_by,
              r.cancel_reason, p.START_TIME_, p.END_TIME_, p.END_ACT_ID_, d.NAME_, d.VERSION_, d.VERSION_TAG_,
              (select max(e.ACT_NAME_) from ACT_HI_ACTINST e where e.PROC_INST_ID_ = p.ID_ and e.ACT_ID_ = p.END_ACT_ID_) as end_name,
              """ + STATE + " as run_state ";

    private static final String FROM = """
            from baton_run r join ACT_HI_PROCINST p on p.ID_ = r.process_instance
              left join ACT_RE_PROCDEF d on d.ID_ = p.PROC_DEF_ID_""";

    private final JdbcClient jdbc;

    RunHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The runs that match, the latest first. */
    public Page<Run> list(RunFilter filter, Slice slice) {
        Conditions conditions = conditions(filter);
        long total = jdbc.sql("select count(*) " + FROM + conditions.where())
                .params(conditions.parameters())
                .query(Long.class)
                .single();
        List<Run> runs = jdbc.sql(SELECT + FROM + conditions.where()
                        + " order by r.started_at desc, r.reference desc limit :size offset :offset")
                .params(conditions.parameters())
                .param("size", slice.size())
                .param("offset", slice.offset())
                .query(RunHistory::run)
                .list();
        return Page.of(runs, total, slice);
    }

    /** The runs that ended after a time, the last one first. */
    public List<Run> endedSince(Instant time) {
        return jdbc.sql(SELECT + FROM + " where p.END_TIME_ >= :time order by p.END_TIME_ desc, r.reference desc")
                .param("time", Timestamp.from(time))
                .query(RunHistory::run)
                .list();
    }

    public Optional<Run> find(String reference) {
        return jdbc.sql(SELECT + FROM + " where r.reference = :reference")
                .param("reference", reference)
                .query(RunHistory::run)
                .optional();
    }

    private static Conditions conditions(RunFilter filter) {
        Conditions conditions = new Conditions()
                .and("r.procedure_key = :procedure", "procedure", filter.procedure())
                .and("r.requester = :requester", "requester", filter.requester())
                .and("r.started_at >= :from", "from", filter.from() == null ? null : Columns.parameter(filter.from()))
                .and("r.started_at < :to", "to", filter.to() == null ? null : Columns.parameter(filter.to()))
                .and(
                        "r.process_instance in (select x.run from baton_action x where x.device = :device)",
                        "device",
                        filter.device());
        RunState state = filter.state();
        if (state != null) {
            boolean ended = state == RunState.COMPLETED || state == RunState.CANCELLED;
            conditions.and("p.END_TIME_ is " + (ended ? "not null" : "null"));
            conditions.and("(" + STATE + ") = :state", "state", state.name());
        }
        return conditions;
    }

    private static Run run(ResultSet row, int number) throws SQLException {
        String key = Columns.text(row, "procedure_key");
        String name = row.getString("NAME_");
        RunState state = RunState.valueOf(Columns.text(row, "run_state"));
        return new Run(
                Columns.text(row, "reference"),
                Columns.text(row, "process_instance"),
                key,
                name == null ? key : name,
                Columns.number(row, "VERSION_"),
                row.getString("VERSION_TAG_"),
                Columns.text(row, "mode").toLowerCase(Locale.ROOT),
                state,
                outcome(state, row.getString("END_ACT_ID_"), row.getString("end_name")),
                Columns.text(row, "requester"),
                Columns.text(row, "reason"),
                Columns.text(row, "query"),
                row.getBoolean("emergency"),
                Objects.requireNonNull(Columns.engineTime(row, "START_TIME_")),
                Columns.engineTime(row, "END_TIME_"),
                row.getString("cancelled_by"),
                row.getString("cancel_reason"));
    }

    static @Nullable Outcome outcome(RunState state, @Nullable String id, @Nullable String name) {
        return state != RunState.COMPLETED || id == null ? null : new Outcome(id, name == null ? id : name);
    }
}
