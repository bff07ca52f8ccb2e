package dev.baton.history;

import dev.baton.history.Node.NodeStep;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads which nodes there are and were within a day, what each of them does, and which breakers are open. */
@Repository
public class Nodes {

    private static final List<String> ORDER = List.of("RUNNING", "QUARANTINED", "DRAINING", "LOST", "STOPPED");

    private final JdbcClient jdbc;

    Nodes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that work first, those that are gone last. */
    public List<Node> list() {
        Map<String, List<NodeStep>> steps = steps();
        Map<String, List<Breaker>> breakers = breakers().stream()
                .filter(breaker -> breaker.node() != null)
                .collect(Collectors.groupingBy(breaker -> Objects.requireNonNull(breaker.node())));
        return jdbc
                .sql("select n.*, current_timestamp as read_at from baton_node n")
                .query((row, number) -> node(row, steps, breakers))
                .list()
                .stream()
                .sorted(Comparator.comparingInt((Node node) -> ORDER.indexOf(node.state()))
                        .thenComparing(Node::startedAt, Comparator.reverseOrder()))
                .toList();
    }

    /** All that are open, or half-open until one try decides, whichever node opened them. */
    public List<Breaker> breakers() {
        return jdbc.sql("select * from baton_breaker order by open_until desc, kind, name")
                .query((row, number) -> new Breaker(
                        Columns.text(row, "kind"),
                        Columns.text(row, "name"),
                        Columns.time(row, "open_until"),
                        row.getInt("failures"),
                        Columns.text(row, "seen"),
                        row.getString("node")))
                .list();
    }

    private Map<String, List<NodeStep>> steps() {
        return jdbc
                .sql("""
                        select t.WORKER_ID_, t.ACT_ID_, a.ACT_NAME_, a.START_TIME_, p.ID_, r.reference,
                          (select count(*) from baton_action x where x.step = t.ACT_INST_ID_) as devices,
                          (select count(*) from baton_action x where x.step = t.ACT_INST_ID_
                            and x.state in ('PLANNED', 'INTENT', 'SENT', 'NOT_APPLIED')) as open_devices
                        from ACT_RU_EXT_TASK t join ACT_HI_PROCINST p on p.ID_ = t.PROC_INST_ID_
                          join ACT_HI_ACTINST a on a.ID_ = t.ACT_INST_ID_
                          left join baton_run r on r.process_instance = p.ROOT_PROC_INST_ID_
                        where t.WORKER_ID_ is not null and t.LOCK_EXP_TIME_ > :now order by a.START_TIME_""")
                .param("now", Timestamp.from(Instant.now()))
                .query((row, number) -> Map.entry(Columns.text(row, "WORKER_ID_"), step(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static NodeStep step(ResultSet row) throws SQLException {
        String activity = Columns.text(row, "ACT_ID_");
        return new NodeStep(
                Objects.requireNonNullElse(row.getString("reference"), Columns.text(row, "ID_")),
                activity,
                Objects.requireNonNullElse(row.getString("ACT_NAME_"), activity).replaceAll("\\s+", " "),
                Objects.requireNonNull(Columns.engineTime(row, "START_TIME_")),
                row.getInt("devices"),
                row.getInt("open_devices"));
    }

    private static Node node(ResultSet row, Map<String, List<NodeStep>> steps, Map<String, List<Breaker>> breakers)
            throws SQLException {
        String id = Columns.text(row, "id");
        Instant heartbeat = Columns.time(row, "heartbeat_at");
        Instant read = Columns.time(row, "read_at");
        return new Node(
                id,
                Columns.text(row, "host"),
                Columns.text(row, "version"),
                state(Columns.text(row, "state"), Columns.timeOrNull(row, "silent_from"), read),
                row.getString("reason"),
                Columns.time(row, "started_at"),
                heartbeat,
                Duration.between(heartbeat, read).toSeconds(),
                row.getLong("clock_skew_ms"),
                steps.getOrDefault(id, List.of()),
                breakers.getOrDefault(id, List.of()));
    }

    /** A node of an older version never said until when it may be silent. */
    private static String state(String said, @Nullable Instant silentFrom, Instant now) {
        boolean silent = silentFrom == null || silentFrom.isBefore(now);
        return silent && !said.equals("STOPPED") ? "LOST" : said;
    }
}
