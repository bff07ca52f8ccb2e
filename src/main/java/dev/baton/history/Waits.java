package dev.baton.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Says which node works on the queued steps of a run, or why none does. */
@Repository
class Waits {

    private static final String WINDOWS = "the change windows of its devices";

    private final JdbcClient jdbc;
    private final Nodes nodes;
    private final Quarantines quarantines;

    Waits(JdbcClient jdbc, Nodes nodes, Quarantines quarantines) {
        this.jdbc = jdbc;
        this.nodes = nodes;
        this.quarantines = quarantines;
    }

    /**
     * Where a queued step is.
     *
     * @param reason why no node works on it; null while one does
     * @param since when
     * @param node the one that has it; null when none has
     */
    record Wait(
            @Nullable String reason,
            @Nullable Instant since,
            @Nullable String node) {

        static final Wait NONE = new Wait(null, null, null);

        /** Whether the step rests until the window of a device opens; its actions say which. */
        boolean forWindows() {
            return WINDOWS.equals(reason);
        }
    }

    /** By activity instance. */
    Map<String, Wait> ofRun(String root) {
        List<Queued> queued =
                jdbc.sql("""
                        select t.ACT_INST_ID_, t.WORKER_ID_, t.LOCK_EXP_TIME_, t.CREATE_TIME_, t.RETRIES_, a.START_TIME_,
                          (select min(x.waiting_since) from baton_action x where x.step = t.ACT_INST_ID_
                            and x.state = 'PLANNED' and x.waiting_for like 'its change window %') as window_since
                        from ACT_RU_EXT_TASK t join ACT_HI_PROCINST p on p.ID_ = t.PROC_INST_ID_
                          join ACT_HI_ACTINST a on a.ID_ = t.ACT_INST_ID_
                        where p.ROOT_PROC_INST_ID_ = :root""").param("root", root).query(Waits::queued).list();
        if (queued.isEmpty()) {
            return Map.of();
        }
        List<Node> known = nodes.list();
        Optional<QuarantineView> quarantine = quarantines.current();
        Instant now = Instant.now();
        return queued.stream()
                .collect(Collectors.toMap(
                        Queued::step, step -> wait(step, known, quarantine, now), (one, other) -> one));
    }

    private static Wait wait(Queued step, List<Node> nodes, Optional<QuarantineView> quarantine, Instant now) {
        Instant lockedUntil = step.lockedUntil();
        boolean locked = step.worker() != null && lockedUntil != null && lockedUntil.isAfter(now);
        if (locked) {
            return nodes.stream()
                    .filter(node -> node.id().equals(step.worker()) && !node.lives())
                    .findFirst()
                    .map(gone -> new Wait(
                            "another node to take it over from " + gone.id() + ", which "
                                    + (gone.state().equals("LOST") ? "fell silent" : "was stopped"),
                            gone.heartbeatAt(),
                            gone.id()))
                    .orElseGet(() -> held(step, nodes));
        }
        if (step.stopped()) {
            return Wait.NONE;
        }
        Instant since = lockedUntil != null && lockedUntil.isAfter(step.queuedAt()) ? lockedUntil : step.queuedAt();
        String reason = quarantine
                .map(open -> "an administrator to lift the quarantine")
                .orElseGet(() -> nobody(nodes));
        return new Wait(reason, since, null);
    }

    /** No node has what rests until a change window opens. */
    private static Wait held(Queued step, List<Node> nodes) {
        boolean atWork = nodes.stream().anyMatch(node -> node.id().equals(step.worker()));
        return step.windowSince() == null || atWork
                ? new Wait(null, null, step.worker())
                : new Wait(WINDOWS, step.windowSince(), null);
    }

    /** Why no node has taken a step. */
    private static String nobody(List<Node> nodes) {
        long taking = nodes.stream().filter(Node::takesSteps).count();
        if (taking > 0) {
            return "a node with room for it, " + taking + (taking == 1 ? " is running" : " are running");
        }
        String living = nodes.stream()
                .filter(Node::lives)
                .map(node -> node.id() + ": " + Objects.requireNonNullElse(node.reason(), node.state()))
                .collect(Collectors.joining("; "));
        return living.isEmpty() ? "a node, none is running" : "a node that takes steps (" + living + ")";
    }

    private static Queued queued(ResultSet row, int number) throws SQLException {
        Instant begun = Objects.requireNonNull(Columns.engineTime(row, "START_TIME_"));
        return new Queued(
                Columns.text(row, "ACT_INST_ID_"),
                row.getString("WORKER_ID_"),
                Columns.engineTime(row, "LOCK_EXP_TIME_"),
                Objects.requireNonNullElse(Columns.engineTime(row, "CREATE_TIME_"), begun),
                Objects.equals(Columns.number(row, "RETRIES_"), 0),
                Columns.timeOrNull(row, "window_since"));
    }

    private record Queued(
            String step,
            @Nullable String worker,
            @Nullable Instant lockedUntil,
            Instant queuedAt,
            boolean stopped,
            @Nullable Instant windowSince) {}
}
