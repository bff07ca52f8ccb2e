package dev.baton.runner;

import dev.baton.action.Effect;
import dev.baton.action.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The write-ahead record of every action; each transition is one guarded statement, committed before it counts. */
@Component
class Journal {

    private static final String COLUMNS =
            "id, run, step, device, effect, state, attempt, node, error, message, changed, result";

    private static final String OPEN = "('PLANNED', 'INTENT', 'SENT', 'NOT_APPLIED')";

    private final JdbcTemplate jdbc;
    private final GroupCommit commits;

    Journal(JdbcTemplate jdbc, GroupCommit commits) {
        this.jdbc = jdbc;
        this.commits = commits;
    }

    /** The rows of a step in the order of its devices; those that are missing are planned, those of an earlier try are kept. */
    List<ActionRow> plan(QueuedStep step, Effect effect, List<String> devices) {
        Set<String> known = new HashSet<>(
                jdbc.queryForList("select device from baton_action where step = ?", String.class, step.step()));
        List<Object[]> missing = new ArrayList<>();
        for (int position = 0; position < devices.size(); position++) {
            String device = devices.get(position);
            if (!known.contains(device)) {
                missing.add(new Object[] {
                    UUID.randomUUID().toString(),
                    step.run(),
                    step.processInstance(),
                    step.activity(),
                    step.step(),
                    position,
                    device,
                    step.delegate(),
                    effect.name()
                });
            }
        }
        jdbc.batchUpdate(
                "insert into baton_action (id, run, process_instance, activity, step, position, device, delegate, effect,"
                        + " state, attempt, planned_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'PLANNED', 0, current_timestamp)",
                missing);
        return rows(step.step());
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
                        "update baton_action set state = ?, attempt = ?, node = ?, fence = ?, command = ?,"
                                + " command_digest = ?, intent_at = current_timestamp,"
                                + " sent_at = case when state = 'SENT' then sent_at end,"
                                + " waiting_for = null, error = null, message = null"
                                + " where id = ? and attempt = ? and state in " + OPEN,
                        row.state().name(),
                        row.attempt(),
                        row.node(),
                        lease == null ? null : lease.token(),
                        command,
                        digest,
                        row.id(),
                        row.attempt() - 1)
                == 1;
    }

    /** SENT: from now on the device may have been changed. @return false when the attempt or its lease is no longer ours */
    boolean sent(ActionRow row, Lease lease, String notes) {
        return commits.write(
                        "update baton_action set state = 'SENT', sent_at = current_timestamp, result = ?"
                                + " where id = ? and attempt = ? and node = ? and state in ('INTENT', 'SENT')"
                                + " and exists (select 1 from baton_lease where resource = ? and holder = ? and token = ?"
                                + " and expires_at > current_timestamp)",
                        notes,
                        row.id(),
                        row.attempt(),
                        row.node(),
                        lease.resource(),
                        lease.holder(),
                        lease.token())
                == 1;
    }

    /** A new attempt that only probes what became of an earlier one. @param row as it is claimed */
    boolean probing(ActionRow row, Lease lease) {
        return commits.write(
                        "update baton_action set state = ?, attempt = ?, node = ?, fence = ?"
                                + " where id = ? and attempt = ? and state in " + OPEN,
                        row.state().name(),
                        row.attempt(),
                        row.node(),
                        lease.token(),
                        row.id(),
                        row.attempt() - 1)
                == 1;
    }

    /**
     * The outcome of an attempt; what was noted with SENT stays unless the outcome has facts of its own.
     *
     * @return false when the attempt is no longer ours: the answer is late
     */
    boolean outcome(ActionRow row, Outcome outcome) {
        return commits.write(
                        "update baton_action set state = ?, error = ?, message = ?, changed = ?, exit_status = ?,"
                                + " result = coalesce(?, result), finished_at = current_timestamp, waiting_for = null"
                                + " where id = ? and attempt = ? and state in " + OPEN,
                        outcome.state().name(),
                        outcome.error() == null ? null : outcome.error().name(),
                        shortened(outcome.message()),
                        outcome.changed(),
                        outcome.exitStatus(),
                        outcome.resultJson(),
                        row.id(),
                        row.attempt())
                == 1;
    }

    /** Before another attempt, here or on another node: back to PLANNED, or still SENT; the reason stays visible meanwhile. */
    void again(ActionRow row, String reason, Duration pause) {
        commits.write(
                "update baton_action set state = ?, message = ?, waiting_for = ? where id = ? and attempt = ?"
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

    void waiting(ActionRow row, @Nullable String holder) {
        commits.write(
                "update baton_action set waiting_for = ? where id = ? and attempt = ?",
                holder,
                row.id(),
                row.attempt());
    }

    private static String shortened(String message) {
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
