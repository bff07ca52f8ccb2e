package dev.baton.runner;

import dev.baton.action.Effect;
import dev.baton.action.Problem;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The write-ahead record of every action; each transition is one guarded statement, committed before it counts. */
@Component
class Journal {

    private static final String COLUMNS =
            "id, run, step, device, effect, state, attempt, node, error, message, changed, result";

    static final String OPEN = "('PLANNED', 'INTENT', 'SENT', 'NOT_APPLIED')";

    private static final String OUTCOME =
            "update baton_action set state = ?, error = ?, message = ?, changed = ?, exit_status = ?,"
                    + " result = coalesce(?, result), finished_at = current_timestamp, waiting_for = null"
                    + " where id = ? and attempt = ? and (state in " + OPEN
                    // Written before, by a commit whose acknowledgement was lost.
                    + " or (state = ? and node = ? and decided_by is null))";

    private static final int LONGEST_WAIT = 255;

    /** Nobody else has taken a resource of the lease: a holder is unique to one lease. */
    private static final String STILL_HELD = " and exists (select 1 from baton_lease where resource = ? and holder = ?"
            + " and expires_at > current_timestamp)";

    /** The token of the lease: it grows with every holder, and nothing is sent under an old one. */
    private static final String FENCE = "(select token from baton_lease where resource = ? and holder = ?)";

    private final JdbcTemplate jdbc;
    private final GroupCommit commits;

    Journal(JdbcTemplate jdbc, GroupCommit commits) {
        this.jdbc = jdbc;
        this.commits = commits;
    }

    /**
     * The rows of a step in the order of its devices; those that are missing are planned, those of an earlier try are kept.
     *
     * @param turn what a planned one waits for until it is begun
     */
    List<ActionRow> plan(QueuedStep step, Effect effect, List<String> devices, String turn) {
        Map<String, ActionRow> rows = new HashMap<>();
        rows(step.step()).forEach(row -> rows.put(row.device(), row));
        int[] missing = IntStream.range(0, devices.size())
                .filter(position -> !rows.containsKey(devices.get(position)))
                .toArray();
        for (int position : missing) {
            String device = devices.get(position);
            rows.put(device, ActionRow.planned(step, effect, device));
        }
        List<ActionRow> planned = devices.stream().map(rows::get).toList();
        insert(step, effect, planned, missing, turn);
        return planned;
    }

    /** All in one statement: row by row the database would work three times as long. */
    private void insert(QueuedStep step, Effect effect, List<ActionRow> rows, int[] positions, String turn) {
        jdbc.update(connection -> {
            PreparedStatement insert = connection.prepareStatement(
                    "insert into baton_action (id, run, process_instance, activity, step, position, device, delegate,"
                            + " effect, state, attempt, planned_at, waiting_for, waiting_since)"
                            + " select v.id, cast(? as varchar), cast(? as varchar), cast(? as varchar), cast(? as varchar),"
                            + " v.n, v.device, cast(? as varchar), cast(? as varchar), 'PLANNED', 0, current_timestamp,"
                            + " cast(? as varchar), current_timestamp"
                            + " from unnest(cast(? as varchar array), cast(? as integer array), cast(? as varchar array))"
                            + " as v(id, n, device)");
            insert.setString(1, step.run());
            insert.setString(2, step.processInstance());
            insert.setString(3, step.activity());
            insert.setString(4, step.step());
            insert.setString(5, step.delegate());
            insert.setString(6, effect.name());
            insert.setString(7, turn.length() <= LONGEST_WAIT ? turn : turn.substring(0, LONGEST_WAIT));
            insert.setArray(
                    8,
                    connection.createArrayOf(
                            "varchar", each(positions, n -> rows.get(n).id())));
            insert.setArray(9, connection.createArrayOf("integer", each(positions, n -> n)));
            insert.setArray(
                    10,
                    connection.createArrayOf(
                            "varchar", each(positions, n -> rows.get(n).device())));
            return insert;
        });
    }

    private static Object[] each(int[] positions, IntFunction<Object> value) {
        return Arrays.stream(positions).mapToObj(value).toArray();
    }

    List<ActionRow> rows(String step) {
        return jdbc.query(
                "select " + COLUMNS + " from baton_action where step = ? order by position", Journal::row, step);
    }

    /** Earlier tries of this activity that must not simply be repeated, by device. */
    Map<String, EarlierTry> earlier(QueuedStep step) {
        Map<String, EarlierTry> found = new HashMap<>();
        jdbc.query(
                "select device, id, case when state = 'UNKNOWN' then null else decided_by end from baton_action"
                        + " where run = ? and activity = ? and step <> ? and effect in ('ONCE', 'CHECKABLE')"
                        + " and (state = 'UNKNOWN' or (state = 'SUCCEEDED' and decided_by is not null))"
                        + " order by planned_at",
                result -> {
                    found.put(result.getString(1), new EarlierTry(result.getString(2), result.getString(3)));
                },
                step.run(),
                step.activity(),
                step.step());
        return found;
    }

    /**
     * INTENT: this node will try; an action in doubt stays SENT.
     *
     * @param row as it is claimed
     * @return false when another node or a decision was faster
     */
    boolean intent(ActionRow row, @Nullable Lease lease, String command, String digest) {
        return commits.write(
                        "update baton_action set state = ?, attempt = ?, node = ?, fence = " + FENCE + ", command = ?,"
                                + " command_digest = ?, intent_at = current_timestamp,"
                                + " sent_at = case when state = 'SENT' then sent_at end,"
                                + " waiting_for = null, error = null, message = null"
                                + " where id = ? and attempt = ? and state in " + OPEN,
                        row.state().name(),
                        row.attempt(),
                        row.node(),
                        lease == null ? null : lease.resource(),
                        lease == null ? null : lease.holder(),
                        command,
                        digest,
                        row.id(),
                        row.attempt() - 1)
                == 1;
    }

    /** SENT: from now on the device may have been changed. @return false when the attempt or its lease is no longer ours */
    boolean sent(ActionRow row, Lease lease, String notes) {
        List<@Nullable Object> arguments = new ArrayList<>();
        arguments.add(notes);
        arguments.add(row.id());
        arguments.add(row.attempt());
        arguments.add(row.node());
        arguments.add(lease.resource());
        arguments.add(lease.holder());
        for (String resource : lease.resources()) {
            arguments.add(resource);
            arguments.add(lease.holder());
        }
        return commits.write(
                        "update baton_action set state = 'SENT', sent_at = current_timestamp, result = ?"
                                + " where id = ? and attempt = ? and node = ? and state in ('INTENT', 'SENT')"
                                + " and fence = "
                                + FENCE
                                + STILL_HELD.repeat(lease.resources().size()),
                        arguments.toArray())
                == 1;
    }

    /** A new attempt that only finds out what became of an action that a lost node sent. @param row as it is claimed */
    boolean takenOver(ActionRow row) {
        return commits.write(
                        "update baton_action set attempt = ?, node = ?, waiting_for = null"
                                + " where id = ? and attempt = ? and state = 'SENT'",
                        row.attempt(),
                        row.node(),
                        row.id(),
                        row.attempt() - 1)
                == 1;
    }

    /** Nobody works on it now. */
    void leave(ActionRow row) {
        commits.write(
                "update baton_action set node = null where id = ? and attempt = ? and state = 'SENT'",
                row.id(),
                row.attempt());
    }

    String reference(String run) {
        return jdbc
                .queryForList("select reference from baton_run where process_instance = ?", String.class, run)
                .stream()
                .findFirst()
                .orElse(run);
    }

    /** The actions that were sent, in steps that ended, by nodes that say nothing any more for so many seconds. */
    List<ActionRow> lost(long silence) {
        return jdbc.query(
                "select " + COLUMNS + " from baton_action where state = 'SENT' and " + SilentNodes.LEFT
                        + " order by sent_at",
                Journal::row,
                silence);
    }

    /** A new attempt that only probes what became of an earlier one. @param row as it is claimed */
    boolean probing(ActionRow row, Lease lease) {
        return commits.write(
                        "update baton_action set state = ?, attempt = ?, node = ?, fence = " + FENCE
                                + " where id = ? and attempt = ? and state in " + OPEN,
                        row.state().name(),
                        row.attempt(),
                        row.node(),
                        lease.resource(),
                        lease.holder(),
                        row.id(),
                        row.attempt() - 1)
                == 1;
    }

    /**
     * The outcome of an attempt; what was noted with SENT stays unless the outcome has facts of its own.
     *
     * @param whileAway done when the database does not answer; the outcome waits for it
     * @return false when the attempt is no longer ours: the answer is late
     */
    boolean outcome(ActionRow row, Outcome outcome, Runnable whileAway) {
        return commits.write(whileAway, OUTCOME, values(row, outcome)) == 1;
    }

    boolean outcome(ActionRow row, Outcome outcome) {
        return outcome(row, outcome, () -> {});
    }

    /** The same without waiting. */
    CompletableFuture<Boolean> submitOutcome(ActionRow row, Outcome outcome) {
        return commits.submit(OUTCOME, values(row, outcome)).thenApply(rows -> rows == 1);
    }

    private static @Nullable Object[] values(ActionRow row, Outcome outcome) {
        return new @Nullable Object[] {
            outcome.state().name(),
            outcome.error() == null ? null : outcome.error().name(),
            shortened(outcome.message()),
            outcome.changed(),
            outcome.exitStatus(),
            outcome.resultJson(),
            row.id(),
            row.attempt(),
            outcome.state().name(),
            row.node()
        };
    }

    /** Before another attempt, here or on another node: back to PLANNED, or still SENT; the reason stays visible meanwhile. */
    void again(ActionRow row, String reason, Duration pause) {
        commits.write(
                "update baton_action set state = ?, message = ?, waiting_for = ?, waiting_since = current_timestamp"
                        + " where id = ? and attempt = ?"
                        + " and state in ('INTENT', 'SENT')",
                row.doubtful() ? "SENT" : "PLANNED",
                shortened(reason),
                "its next try at " + OpenBreaker.timeOfDay(Instant.now().plus(pause)),
                row.id(),
                row.attempt());
    }

    /** How far an attempt has come; its end or its next try overwrites it. */
    void underWay(ActionRow row, String sentence) {
        commits.write(
                "update baton_action set message = ? where id = ? and attempt = ? and state in ('INTENT', 'SENT')",
                sentence,
                row.id(),
                row.attempt());
    }

    /** What it waits for from now on; null when it goes on. */
    void waiting(ActionRow row, @Nullable String reason) {
        String shortReason =
                reason == null || reason.length() <= LONGEST_WAIT ? reason : reason.substring(0, LONGEST_WAIT);
        commits.write(
                "update baton_action set waiting_for = ?,"
                        + " waiting_since = case when waiting_for = ? then waiting_since else current_timestamp end"
                        + " where id = ? and attempt = ?",
                shortReason,
                shortReason,
                row.id(),
                row.attempt());
    }

    static String shortened(String message) {
        return message.length() <= 2_000 ? message : message.substring(0, 1_997) + "...";
    }

    private static ActionRow row(ResultSet result, int number) throws SQLException {
        String error = result.getString("error");
        return new ActionRow(
                result.getString("id"),
                result.getString("run"),
                result.getString("step"),
                result.getString("device"),
                Effect.valueOf(result.getString("effect")),
                ActionState.valueOf(result.getString("state")),
                result.getInt("attempt"),
                result.getString("node"),
                error == null ? null : Problem.valueOf(error),
                result.getString("message"),
                (Boolean) result.getObject("changed"),
                result.getString("result"));
    }
}
