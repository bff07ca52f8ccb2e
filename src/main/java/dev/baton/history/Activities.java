package dev.baton.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the engine's log of operations: who did what in Tasklist, Cockpit, Admin, the console and the API. */
@Repository
public class Activities {

    private static final String FROM = """
            from ACT_HI_OP_LOG o
              left join baton_run r on r.process_instance = coalesce(o.ROOT_PROC_INST_ID_, o.PROC_INST_ID_)
              left join ACT_HI_TASKINST t on t.ID_ = o.TASK_ID_
              left join ACT_RE_DEPLOYMENT d on d.ID_ = o.DEPLOYMENT_ID_""";

    /** What the engine's kinds of things are called here; others go by the engine's word. */
    private static final Map<String, String> THINGS = Map.of(
            "ProcessInstance", "run",
            "HistoricProcessInstance", "history of a run",
            "ProcessDefinition", "procedure",
            "ExternalTask", "queued step",
            "HistoricTask", "ended task",
            "IdentityLink", "people of a task");

    private static final Map<String, String> ACTS = Map.of("Create run", "Start", "Delete run", "Cancel");

    private final JdbcClient jdbc;

    Activities(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The activities that match, the latest first. */
    public Page<Activity> list(ActivityFilter filter, Slice slice) {
        Conditions conditions = new Conditions()
                .and("o.USER_ID_ = :person", "person", filter.person())
                .and("r.reference = :run", "run", filter.run())
                .and("o.TIMESTAMP_ >= :from", "from", timestamp(filter.from()))
                .and("o.TIMESTAMP_ < :to", "to", timestamp(filter.to()));
        long total = jdbc.sql("select count(*) " + FROM + conditions.where())
                .params(conditions.parameters())
                .query(Long.class)
                .single();
        List<Activity> activities = jdbc.sql(
                        "select o.*, r.reference, t.NAME_ as task_name, coalesce(o.PROC_DEF_KEY_, d.NAME_) as subject "
                                + FROM + conditions.where()
                                + " order by o.TIMESTAMP_ desc, o.ID_ desc limit :size offset :offset")
                .params(conditions.parameters())
                .param("size", slice.size())
                .param("offset", slice.offset())
                .query(Activities::activity)
                .list();
        return Page.of(activities, total, slice);
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant time) {
        return time == null ? null : Timestamp.from(time);
    }

    private static Activity activity(ResultSet row, int number) throws SQLException {
        String entity = Objects.requireNonNullElse(row.getString("ENTITY_TYPE_"), "");
        String thing = THINGS.getOrDefault(entity, words(entity));
        String act = words(Objects.requireNonNullElse(row.getString("OPERATION_TYPE_"), ""));
        String capital = act.isEmpty() ? act : act.substring(0, 1).toUpperCase(Locale.ROOT) + act.substring(1);
        return new Activity(
                Columns.text(row, "ID_"),
                row.getString("OPERATION_ID_"),
                Objects.requireNonNull(Columns.engineTime(row, "TIMESTAMP_")),
                row.getString("USER_ID_"),
                ACTS.getOrDefault(capital + " " + thing, capital),
                named(thing, row.getString("task_name"), row.getString("subject")),
                row.getString("reference"),
                row.getString("PROPERTY_"),
                row.getString("ORG_VALUE_"),
                row.getString("NEW_VALUE_"));
    }

    private static String named(String thing, @Nullable String task, @Nullable String procedure) {
        if (task != null) {
            return thing + " \"" + task + "\"";
        }
        if (procedure == null) {
            return thing;
        }
        return thing + (thing.equals("procedure") ? " " : " of ") + procedure;
    }

    /** {@code SetJobRetries} is "set job retries". */
    private static String words(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }
}
