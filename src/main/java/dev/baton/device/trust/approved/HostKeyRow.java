package dev.baton.device.trust.approved;

import dev.baton.action.ChangedHostKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A changed key in the database. */
record HostKeyRow(
        ChangedHostKey key,
        String inventory,
        State state,
        String decidedIn,
        String decidedBy,
        String decisionReason,
        Instant decidedAt,
        @Nullable Instant closedAt) {

    enum State {
        /** Waits for a decision. */
        OPEN,
        /** Nobody may decide about it. */
        BARRED,
        APPROVED,
        REJECTED
    }

    static HostKeyRow of(ResultSet row, int number) throws SQLException {
        return new HostKeyRow(
                new ChangedHostKey(
                        row.getString("id"),
                        row.getString("device"),
                        row.getString("expected"),
                        row.getString("offered"),
                        row.getString("key_type"),
                        row.getString("source"),
                        row.getString("met_by"),
                        row.getObject("met_at", OffsetDateTime.class).toInstant()),
                row.getString("inventory"),
                State.valueOf(row.getString("state")),
                text(row, "decided_in"),
                text(row, "decided_by"),
                text(row, "decision_reason"),
                Optional.ofNullable(instant(row, "decided_at")).orElse(Instant.EPOCH),
                instant(row, "closed_at"));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).orElse("");
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /** The last approval that holds while the inventory trusts this. */
    static Optional<HostKeyRow> approved(List<HostKeyRow> rows, String inventory) {
        return rows.stream()
                .filter(row -> row.state == State.APPROVED && row.inventory.equals(inventory))
                .max(Comparator.comparing(HostKeyRow::decidedAt));
    }

    String offered() {
        return key.offered();
    }

    String keyType() {
        return key.keyType();
    }

    /** Whether a connection to the device ends it: it was decided, or the inventory was changed since. */
    boolean overUnder(String nowTrusted) {
        return closedAt == null && (state != State.OPEN || !inventory.equals(nowTrusted));
    }

    /** Whether it is known and needs no new review. */
    boolean stands() {
        return closedAt == null && state != State.APPROVED;
    }
}
