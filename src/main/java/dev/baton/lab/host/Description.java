package dev.baton.lab.host;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a host is when the lab starts.
 *
 * @param services the units that run
 * @param updates groups of pending updates
 * @param fragile the unit that fails after its update, until it is repaired
 * @param cure the group of updates that the archive offers once the failure was noticed
 * @param uptimeDays how long it has run already
 * @param account the account that may log in; root where none is named
 * @param sudo whether that account may do everything by sudo, without a password
 * @param drives how its drives are, a folder of {@code lab/debian/drives}; healthy where none is named
 */
public record Description(
        List<String> services,
        List<String> updates,
        @Nullable String fragile,
        @Nullable String cure,
        int uptimeDays,
        @Nullable String account,
        boolean sudo,
        @Nullable String drives) {

    private static final String ROOT = "root";
    private static final String HEALTHY = "healthy";

    public Description {
        services = List.copyOf(services);
        updates = List.copyOf(updates);
    }

    @Override
    public String account() {
        return account == null ? ROOT : account;
    }

    @Override
    public String drives() {
        return drives == null ? HEALTHY : drives;
    }

    boolean isRoot() {
        return account().equals(ROOT);
    }
}
