package dev.baton.history;

import dev.baton.history.Activity.Change;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
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

    /** The log has a row per property; an act is all rows of one operation on things of one kind. */
    private static final String ACT = " group by o.OPERATION_ID_, o.ENTITY_TYPE_, o.OPERATION_TYPE_, o.USER_ID_";

    /** What the engine's kinds of things are called here; others go by the engine's word. */
    private static final Map<String, String> THINGS = Map.of(
            "ProcessInstance", "run",
            "HistoricProcessInstance", "history of a run",
            "ProcessDefinition", "procedure",
            "ExternalTask", "queued step",
            "Property", "setting of the engine",
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
        String acts = FROM + conditions.where() + ACT;
        long total = jdbc.sql("select count(*) from (select 1 " + acts + ") act")
                .params(conditions.parameters())
                .query(Long.class)
                .single();
        List<Row> rows = jdbc.sql(
                        "select min(o.ID_) as id, max(o.TIMESTAMP_) as at, o.OPERATION_ID_, o.ENTITY_TYPE_, o.OPERATION_TYPE_,"
                                + " o.USER_ID_, max(r.reference) as reference, max(t.NAME_) as task_name,"
                                + " max(coalesce(o.PROC_DEF_KEY_, d.NAME_)) as subject " + acts
                                + " order by at desc, id desc limit :size offset :offset")
                .params(conditions.parameters())
                .param("size", slice.size())
                .param("offset", slice.offset())
                .query((row, number) -> new Row(Columns.text(row, "OPERATION_ID_"), key(row), activity(row)))
                .list();
        Map<String, List<Change>> changes = changes(rows);
        return Page.of(
                rows.stream()
                        .map(row -> row.activity().with(changes.getOrDefault(row.key(), List.of())))
                        .toList(),
                total,
                slice);
    }

    private record Row(String operation, String key, Activity activity) {}

    private Map<String, List<Change>> changes(List<Row> rows) {
        Map<String, List<Change>> changes = new HashMap<>();
        if (!rows.isEmpty()) {
            jdbc.sql("select * from ACT_HI_OP_LOG where OPERATION_ID_ in (:operations) and PROPERTY_ is not null"
                            + " order by PROPERTY_")
                    .param(
                            "operations",
                            rows.stream().map(Row::operation).distinct().toList())
                    .query(row -> {
                        changes.computeIfAbsent(key(row), first -> new ArrayList<>())
                                .add(new Change(
                                        Columns.text(row, "PROPERTY_"),
                                        row.getString("ORG_VALUE_"),
                                        row.getString("NEW_VALUE_")));
                    });
        }
        return changes;
    }

    private static String key(ResultSet row) throws SQLException {
        return row.getString("OPERATION_ID_") + " " + row.getString("ENTITY_TYPE_") + " "
                + row.getString("OPERATION_TYPE_");
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant time) {
        return time == null ? null : Timestamp.from(time);
    }

    private static Activity activity(ResultSet row) throws SQLException {
        String entity = Objects.requireNonNullElse(row.getString("ENTITY_TYPE_"), "");
        String thing = THINGS.getOrDefault(entity, words(entity));
        String act = words(Objects.requireNonNullElse(row.getString("OPERATION_TYPE_"), ""));
        String capital = act.isEmpty() ? act : act.substring(0, 1).toUpperCase(Locale.ROOT) + act.substring(1);
        return new Activity(
                Columns.text(row, "id"),
                Objects.requireNonNull(Columns.engineTime(row, "at")),
                row.getString("USER_ID_"),
                ACTS.getOrDefault(capital + " " + thing, capital),
                named(thing, row.getString("task_name"), row.getString("subject")),
                row.getString("reference"),
                List.of());
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
