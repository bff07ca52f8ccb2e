package dev.baton.runner;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The journal of reads that are polled: one statement claims a try and says what it came to. A read may be repeated, so that
 * nothing has to be written before it; INTENT is written only for one whose answer takes long, for those who watch.
 */
@Component
class ReadJournal {

    private static final String TRY =
            " attempt = ?, node = ?, fence = null, command = ?, command_digest = ?, sent_at = null,"
                    + " intent_at = current_timestamp - cast(? as integer) * interval '0.001' second"
                    + " where id = ? and state in " + Journal.OPEN + " and (attempt = ? or (attempt = ? and node = ?))";

    private final GroupCommit commits;

    ReadJournal(GroupCommit commits) {
        this.commits = commits;
    }

    /** INTENT, while the answer to a try is still awaited. */
    CompletableFuture<Integer> slow(ActionOnDevice<?> action, ActionRow row, Duration since) {
        return write("state = 'INTENT', waiting_for = null, error = null, message = null,", action, row, since);
    }

    /** The outcome of a try; the future gets false when it came late. */
    CompletableFuture<Boolean> outcome(ActionOnDevice<?> action, ActionRow row, Outcome outcome, Duration since) {
        return write(
                        "state = ?, error = ?, message = ?, changed = ?, exit_status = ?, result = coalesce(?, result),"
                                + " finished_at = current_timestamp, waiting_for = null,",
                        action,
                        row,
                        since,
                        outcome.state().name(),
                        outcome.error() == null ? null : outcome.error().name(),
                        Journal.shortened(outcome.message()),
                        outcome.changed(),
                        outcome.exitStatus(),
                        outcome.resultJson())
                .thenApply(rows -> rows == 1);
    }

    /** Before another try: back to PLANNED, the reason stays visible meanwhile. */
    CompletableFuture<Integer> again(
            ActionOnDevice<?> action, ActionRow row, String reason, Duration since, Duration pause) {
        return write(
                "state = 'PLANNED', error = null, message = ?, waiting_for = ?, waiting_since = current_timestamp,",
                action,
                row,
                since,
                Journal.shortened(reason),
                "its next try at " + OpenBreaker.timeOfDay(Instant.now().plus(pause)));
    }

    /** @param row as the try claims it */
    private CompletableFuture<Integer> write(
            String columns, ActionOnDevice<?> action, ActionRow row, Duration since, @Nullable Object... values) {
        @Nullable
        Object[] claim = {
            row.attempt(),
            row.node(),
            action.commandText(),
            action.digest(),
            Math.toIntExact(since.toMillis()),
            row.id(),
            row.attempt() - 1,
            row.attempt(),
            row.node()
        };
        @Nullable Object[] all = new Object[values.length + claim.length];
        System.arraycopy(values, 0, all, 0, values.length);
        System.arraycopy(claim, 0, all, values.length, claim.length);
        return commits.submit("update baton_action set " + columns + TRY, all);
    }
}
