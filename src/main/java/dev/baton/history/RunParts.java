package dev.baton.history;

import dev.baton.history.RunPart.Incident;
import dev.baton.history.Waits.Wait;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Puts a run together: its process instances as a tree, each with its steps. */
@Repository
public class RunParts {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final JdbcClient jdbc;
    private final Journal journal;
    private final Waits waits;

    RunParts(JdbcClient jdbc, Journal journal, Waits waits) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.waits = waits;
    }

    /** The tree below a root process instance. */
    public Optional<RunPart> tree(String root) {
        List<Instance> instances = instances(root);
        Map<String, List<Step>> steps = steps(root);
        Map<String, List<Incident>> incidents = incidents(root);
        return instances.stream()
                .filter(instance -> instance.id.equals(root))
                .findFirst()
                .map(instance -> part(instance, instances, steps, incidents));
    }

    private static RunPart part(
            Instance instance,
            List<Instance> all,
            Map<String, List<Step>> steps,
            Map<String, List<Incident>> incidents) {
        return new RunPart(
                instance.id,
                instance.parent,
                instance.definition,
                instance.procedure,
                instance.name,
                instance.state,
                RunHistory.outcome(instance.state, instance.end, instance.endName),
                instance.startedAt,
                instance.endedAt,
                steps.getOrDefault(instance.id, List.of()),
                incidents.getOrDefault(instance.id, List.of()),
                all.stream()
                        .filter(child -> instance.id.equals(child.parent))
                        .map(child -> part(child, all, steps, incidents))
                        .toList());
    }

    private List<Instance> instances(String root) {
        return jdbc.sql("""
                        select p.ID_, p.SUPER_PROCESS_INSTANCE_ID_, p.PROC_DEF_ID_, p.PROC_DEF_KEY_, p.START_TIME_, p.END_TIME_,
                          p.END_ACT_ID_, d.NAME_, (select max(e.ACT_NAME_) from ACT_HI_ACTINST e
                            where e.PROC_INST_ID_ = p.ID_ and e.ACT_ID_ = p.END_ACT_ID_) as end_name, """ + RunHistory.STATE + """
                         as run_state
                        from ACT_HI_PROCINST p left join ACT_RE_PROCDEF d on d.ID_ = p.PROC_DEF_ID_
                        where p.ROOT_PROC_INST_ID_ = :root order by p.START_TIME_, p.ID_""")
                .param("root", root)
                .query(RunParts::instance)
                .list();
    }

    private Map<String, List<Step>> steps(String root) {
        Map<String, Counts> counts = journal.countsByStep(root);
        Map<String, Wait> queue = waits.ofRun(root);
        // Who was assigned is not who completed it: only the operation log tells.
        Map<String, String> completedBy = jdbc
                .sql("""
                        select TASK_ID_, max(USER_ID_) as person from ACT_HI_OP_LOG where ROOT_PROC_INST_ID_ = :root
                          and OPERATION_TYPE_ = 'Complete' and TASK_ID_ is not null and USER_ID_ is not null group by TASK_ID_""")
                .param("root", root)
                .query((row, number) -> Map.entry(Columns.text(row, "TASK_ID_"), Columns.text(row, "person")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        // Steps that begin in the same millisecond are told apart by the engine's sequence counter only.
        return jdbc
                .sql("""
                        select a.ID_, a.PROC_INST_ID_, a.ACT_ID_, a.ACT_NAME_, a.ACT_TYPE_, a.TASK_ID_, a.CALL_PROC_INST_ID_,
                          a.ASSIGNEE_, a.PARENT_ACT_INST_ID_, a.START_TIME_, a.END_TIME_, a.ACT_INST_STATE_, p.START_USER_ID_,
                          (select min(j.DUEDATE_) from ACT_RU_JOB j where j.EXECUTION_ID_ = a.EXECUTION_ID_
                            and a.END_TIME_ is null and a.ACT_TYPE_ = 'intermediateTimer') as due,
                          (select count(*) from ACT_RU_INCIDENT i where i.PROC_INST_ID_ = a.PROC_INST_ID_
                            and i.EXECUTION_ID_ = a.EXECUTION_ID_ and i.ACTIVITY_ID_ = a.ACT_ID_) as incidents
                        from ACT_HI_ACTINST a join ACT_HI_PROCINST p on p.ID_ = a.PROC_INST_ID_
                        where a.ROOT_PROC_INST_ID_ = :root and a.ACT_TYPE_ <> 'multiInstanceBody'
                        order by a.SEQUENCE_COUNTER_, a.START_TIME_, a.ID_""")
                .param("root", root)
                .query((row, number) ->
                        Map.entry(Columns.text(row, "PROC_INST_ID_"), step(row, counts, completedBy, queue)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey,
                        Collectors.mapping(Map.Entry::getValue, Collectors.toCollection(ArrayList::new))));
    }

    private Map<String, List<Incident>> incidents(String root) {
        return jdbc
                .sql("""
                        select i.PROC_INST_ID_, i.ACTIVITY_ID_, i.INCIDENT_MSG_, i.INCIDENT_TIMESTAMP_,
                          (select max(a.ACT_NAME_) from ACT_HI_ACTINST a
                            where a.PROC_INST_ID_ = i.PROC_INST_ID_ and a.ACT_ID_ = i.ACTIVITY_ID_) as activity_name
                        from ACT_RU_INCIDENT i
                          join ACT_HI_PROCINST p on p.ID_ = i.PROC_INST_ID_
                        where p.ROOT_PROC_INST_ID_ = :root and i.ID_ = i.ROOT_CAUSE_INCIDENT_ID_ order by i.INCIDENT_TIMESTAMP_""")
                .param("root", root)
                .query((row, number) -> Map.entry(Columns.text(row, "PROC_INST_ID_"), incident(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static Incident incident(ResultSet row) throws SQLException {
        String message = row.getString("INCIDENT_MSG_");
        String activity = Objects.requireNonNullElse(row.getString("ACTIVITY_ID_"), "");
        return new Incident(
                activity,
                Objects.requireNonNullElse(row.getString("activity_name"), activity),
                Objects.requireNonNullElse(message, "The engine gave no reason."),
                Objects.requireNonNull(Columns.engineTime(row, "INCIDENT_TIMESTAMP_")));
    }

    private static Instance instance(ResultSet row, int number) throws SQLException {
        String key = Columns.text(row, "PROC_DEF_KEY_");
        return new Instance(
                Columns.text(row, "ID_"),
                row.getString("SUPER_PROCESS_INSTANCE_ID_"),
                Columns.text(row, "PROC_DEF_ID_"),
                key,
                Objects.requireNonNullElse(row.getString("NAME_"), key),
                RunState.valueOf(Columns.text(row, "run_state")),
                row.getString("END_ACT_ID_"),
                row.getString("end_name"),
                Objects.requireNonNull(Columns.engineTime(row, "START_TIME_")),
                Columns.engineTime(row, "END_TIME_"));
    }

    private static Step step(
            ResultSet row, Map<String, Counts> counts, Map<String, String> completedBy, Map<String, Wait> queue)
            throws SQLException {
        String id = Columns.text(row, "ID_");
        String activity = Columns.text(row, "ACT_ID_");
        String kind = Columns.text(row, "ACT_TYPE_");
        Instant endedAt = Columns.engineTime(row, "END_TIME_");
        String task = row.getString("TASK_ID_");
        String actor = null;
        if (task != null) {
            actor = endedAt == null ? row.getString("ASSIGNEE_") : completedBy.get(task);
        } else if (isStart(kind) && Columns.text(row, "PROC_INST_ID_").equals(row.getString("PARENT_ACT_INST_ID_"))) {
            actor = row.getString("START_USER_ID_");
        }
        Instant startedAt = Objects.requireNonNull(Columns.engineTime(row, "START_TIME_"));
        Wait wait = endedAt != null
                ? Wait.NONE
                : queue.getOrDefault(id, waitOf(kind, actor, Columns.engineTime(row, "due"), startedAt));
        return new Step(
                id,
                activity,
                Objects.requireNonNullElse(row.getString("ACT_NAME_"), activity).replaceAll("\\s+", " "),
                kind,
                state(kind, endedAt, row.getInt("ACT_INST_STATE_"), row.getInt("incidents"), counts.get(id)),
                startedAt,
                endedAt,
                actor,
                counts.get(id),
                row.getString("CALL_PROC_INST_ID_"),
                wait.reason(),
                wait.since(),
                wait.node());
    }

    private static Wait waitOf(String kind, @Nullable String actor, @Nullable Instant due, Instant since) {
        if (kind.equals("userTask")) {
            return new Wait(actor == null ? "a person" : actor, since, null);
        }
        if (due != null) {
            return new Wait(TIME.format(due), since, null);
        }
        return kind.equals("receiveTask") || kind.equals("intermediateMessageCatch")
                ? new Wait("a message", since, null)
                : Wait.NONE;
    }

    private static boolean isStart(String kind) {
        return kind.equals("startEvent") || kind.endsWith("StartEvent");
    }

    private static RunState state(
            String kind, @Nullable Instant endedAt, int engineState, int incidents, @Nullable Counts counts) {
        // The engine's number 2 is an activity that was cancelled, by an event at its border or with the whole run; a
        // device
        // step whose failures tripped such an event has failed.
        if (engineState == 2) {
            return counts != null && counts.failed() + counts.unknown() > 0 ? RunState.FAILED : RunState.CANCELLED;
        }
        if (endedAt != null) {
            return RunState.COMPLETED;
        }
        if (incidents > 0) {
            return RunState.FAILED;
        }
        return Step.waits(kind) ? RunState.WAITING : RunState.RUNNING;
    }

    private record Instance(
            String id,
            @Nullable String parent,
            String definition,
            String procedure,
            String name,
            RunState state,
            @Nullable String end,
            @Nullable String endName,
            Instant startedAt,
            @Nullable Instant endedAt) {}
}
