package dev.baton.history;

import dev.baton.history.Action.TranscriptDigest;
import dev.baton.history.Waits.Wait;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the journal: what was done on which device, with what result. */
@Repository
public class Journal {

    private static final Set<String> OPEN = Set.of("PLANNED", "INTENT", "SENT", "NOT_APPLIED");

    private static final String SELECT = """
            select a.*, r.reference, t.bytes as transcript_bytes, t.sha256 as transcript_sha256
            from baton_action a left join baton_run r on r.process_instance = a.run
              left join baton_transcript t on t.action = a.id and t.late = false and t.attempt =
                (select max(l.attempt) from baton_transcript l where l.action = a.id and l.late = false)""";

    private final JdbcClient jdbc;
    private final Waits waits;

    Journal(JdbcClient jdbc, Waits waits) {
        this.jdbc = jdbc;
        this.waits = waits;
    }

    /** The actions that match: those of a run in the order of its steps and devices, others the latest first. */
    public Page<Action> list(ActionFilter filter, Slice slice) {
        Conditions conditions = new Conditions()
                .and("a.run = :run", "run", filter.run())
                .and("a.process_instance = :instance", "instance", filter.processInstance())
                .and("a.step = :step", "step", filter.step())
                .and("a.device = :device", "device", filter.device())
                .and("a.state = :state", "state", filter.state());
        String order = filter.run() == null ? "a.planned_at desc, a.id" : "a.planned_at, a.step, a.position, a.id";
        long total = jdbc.sql("select count(*) from baton_action a" + conditions.where())
                .params(conditions.parameters())
                .query(Long.class)
                .single();
        Map<String, Wait> queue = filter.run() == null ? Map.of() : waits.ofRun(filter.run());
        List<Action> actions = jdbc.sql(
                        SELECT + conditions.where() + " order by " + order + " limit :size offset :offset")
                .params(conditions.parameters())
                .param("size", slice.size())
                .param("offset", slice.offset())
                .query((row, number) -> action(row, queue))
                .list();
        return Page.of(actions, total, slice);
    }

    public Optional<Action> find(String id) {
        return jdbc.sql(SELECT + " where a.id = :id")
                .param("id", id)
                .query((row, number) -> action(row, waits.ofRun(Columns.text(row, "run"))))
                .optional();
    }

    /** All transcripts of an action, attempt by attempt. */
    public List<Transcript> transcripts(String action) {
        return jdbc.sql("select * from baton_transcript where action = :action order by attempt, recorded_at")
                .param("action", action)
                .query((row, number) -> new Transcript(
                        row.getInt("attempt"),
                        Columns.text(row, "node"),
                        row.getBoolean("late"),
                        row.getInt("bytes"),
                        Columns.text(row, "sha256"),
                        Columns.time(row, "recorded_at"),
                        inflated(row.getBytes("content"))))
                .list();
    }

    /** Transcripts are kept deflated. */
    private static byte[] inflated(byte[] content) {
        try (InflaterInputStream inflater = new InflaterInputStream(new ByteArrayInputStream(content))) {
            return inflater.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("a transcript is damaged", e);
        }
    }

    /** How far each device step of a run is, by activity instance. */
    Map<String, Counts> countsByStep(String run) {
        return jdbc
                .sql("""
                        select step, count(*) as total, min(intent_at) as begun_at, current_timestamp as now_at,
                          sum(case when state in ('INTENT', 'SENT') then 1 else 0 end) as active,
                          sum(case when state = 'SUCCEEDED' then 1 else 0 end) as succeeded,
                          sum(case when state in ('FAILED', 'REFUSED', 'NOT_APPLIED', 'ABANDONED') then 1 else 0 end) as failed,
                          sum(case when state = 'UNKNOWN' then 1 else 0 end) as unknown_count,
                          sum(case when state in ('HELD', 'CANCELLED') then 1 else 0 end) as held,
                          sum(case when changed = true then 1 else 0 end) as changed
                        from baton_action where run = :run group by step""")
                .param("run", run)
                .query((row, number) -> Map.entry(Columns.text(row, "step"), counts(row)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Counts counts(ResultSet row) throws SQLException {
        Counts counts = new Counts(
                row.getInt("total"),
                row.getInt("active"),
                row.getInt("succeeded"),
                row.getInt("failed"),
                row.getInt("unknown_count"),
                row.getInt("held"),
                row.getInt("changed"),
                null);
        Instant begun = Columns.timeOrNull(row, "begun_at");
        int finished = counts.succeeded() + counts.failed() + counts.unknown();
        int open = counts.total() - counts.done();
        if (begun == null || finished == 0 || open == 0) {
            return counts;
        }
        Duration left = Duration.between(begun, Columns.time(row, "now_at"))
                .multipliedBy(open)
                .dividedBy(finished);
        return new Counts(
                counts.total(),
                counts.active(),
                counts.succeeded(),
                counts.failed(),
                counts.unknown(),
                counts.held(),
                counts.changed(),
                Duration.ofSeconds(Math.max(1, left.toSeconds())));
    }

    private static Action action(ResultSet row, Map<String, Wait> queue) throws SQLException {
        String reference = row.getString("reference");
        Wait wait = wait(row, queue);
        return new Action(
                Columns.text(row, "id"),
                reference == null ? Columns.text(row, "run") : reference,
                Columns.text(row, "step"),
                Columns.text(row, "activity"),
                Columns.text(row, "device"),
                Columns.text(row, "delegate"),
                Columns.text(row, "effect"),
                Columns.text(row, "state"),
                row.getInt("attempt"),
                row.getString("node"),
                Columns.time(row, "planned_at"),
                Columns.timeOrNull(row, "intent_at"),
                Columns.timeOrNull(row, "sent_at"),
                Columns.timeOrNull(row, "finished_at"),
                Columns.number(row, "exit_status"),
                row.getString("error"),
                row.getString("message"),
                row.getString("command"),
                Columns.flag(row, "changed"),
                row.getString("result"),
                wait.reason(),
                wait.since(),
                wait.node(),
                row.getString("decided_by"),
                row.getString("decision_reason"),
                transcript(row));
    }

    /** Why an action does not go on: its step has no node, or what the runner wrote down. */
    private static Wait wait(ResultSet row, Map<String, Wait> queue) throws SQLException {
        Wait step = queue.getOrDefault(Columns.text(row, "step"), Wait.NONE);
        String own = row.getString("waiting_for");
        if (!OPEN.contains(Columns.text(row, "state"))) {
            return Wait.NONE;
        }
        if (step.reason() != null && !step.forWindows()) {
            return step;
        }
        return own == null ? Wait.NONE : new Wait(own, Columns.timeOrNull(row, "waiting_since"), step.node());
    }

    private static @Nullable TranscriptDigest transcript(ResultSet row) throws SQLException {
        String sha256 = row.getString("transcript_sha256");
        return sha256 == null ? null : new TranscriptDigest(row.getInt("transcript_bytes"), sha256);
    }
}
