package dev.baton.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the tasks that wait for a person. */
@Repository
public class OpenTasks {

    private static final String SELECT = """
            select t.ID_, t.NAME_, t.TASK_DEF_KEY_, t.ASSIGNEE_, t.CREATE_TIME_, t.DUE_DATE_, t.DESCRIPTION_, r.reference,
              r.requester, p.PROC_DEF_KEY_, d.NAME_ as procedure_name
            from ACT_RU_TASK t join ACT_HI_PROCINST p on p.ID_ = t.PROC_INST_ID_
              join baton_run r on r.process_instance = p.ROOT_PROC_INST_ID_
              left join ACT_RE_PROCDEF d on d.ID_ = t.PROC_DEF_ID_""";

    private final JdbcClient jdbc;

    OpenTasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All open tasks, those that are due first, then the oldest. */
    public List<OpenTask> list() {
        return tasks(jdbc.sql(SELECT
                + " order by case when t.DUE_DATE_ is null then 1 else 0 end, t.DUE_DATE_, t.CREATE_TIME_, t.ID_"));
    }

    /** The open tasks of a run. */
    public List<OpenTask> ofRun(String reference) {
        return tasks(jdbc.sql(SELECT + " where r.reference = :reference order by t.CREATE_TIME_, t.ID_")
                .param("reference", reference));
    }

    public Optional<OpenTask> find(String id) {
        return tasks(jdbc.sql(SELECT + " where t.ID_ = :id").param("id", id)).stream()
                .findFirst();
    }

    private List<OpenTask> tasks(JdbcClient.StatementSpec statement) {
        Map<String, List<String>> groups = jdbc
                .sql(
                        "select TASK_ID_, GROUP_ID_ from ACT_RU_IDENTITYLINK"
                                + " where TYPE_ = 'candidate' and GROUP_ID_ is not null and TASK_ID_ is not null order by GROUP_ID_")
                .query((row, number) -> Map.entry(Columns.text(row, "TASK_ID_"), Columns.text(row, "GROUP_ID_")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return statement.query((row, number) -> task(row, groups)).list();
    }

    private static OpenTask task(ResultSet row, Map<String, List<String>> groups) throws SQLException {
        String id = Columns.text(row, "ID_");
        String key = Columns.text(row, "PROC_DEF_KEY_");
        String activity = Columns.text(row, "TASK_DEF_KEY_");
        return new OpenTask(
                id,
                Objects.requireNonNullElse(row.getString("NAME_"), activity),
                activity,
                Columns.text(row, "reference"),
                key,
                Objects.requireNonNullElse(row.getString("procedure_name"), key),
                groups.getOrDefault(id, List.of()),
                row.getString("ASSIGNEE_"),
                Columns.text(row, "requester"),
                Objects.requireNonNull(Columns.engineTime(row, "CREATE_TIME_")),
                Columns.engineTime(row, "DUE_DATE_"));
    }

    /** A task that waits for a person. */
    public record OpenTask(
            String id,
            String name,
            String activity,
            String run,
            String procedure,
            String procedureName,
            List<String> groups,
            @Nullable String assignee,
            String requester,
            Instant createdAt,
            @Nullable Instant dueAt) {

        public OpenTask {
            groups = List.copyOf(groups);
        }

        /** Whether it is offered to one of these groups or is this person's. */
        public boolean isFor(String person, Collection<String> memberships) {
            return person.equals(assignee) || groups.stream().anyMatch(memberships::contains);
        }
    }
}
