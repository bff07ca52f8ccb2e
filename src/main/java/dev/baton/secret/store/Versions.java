package dev.baton.secret.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Which versions of a secret are in which state; all others are retired.
 *
 * @param current 0 for the first secret, which the inventory names
 */
public record Versions(
        int current, @Nullable Integer previous, @Nullable Integer pending) {

    static final Versions NONE = new Versions(0, null, null);

    static Versions of(ResultSet row, int number) throws SQLException {
        return new Versions(
                row.getInt("current_version"), number(row, "previous_version"), number(row, "pending_version"));
    }

    private static @Nullable Integer number(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? null : value;
    }
}
