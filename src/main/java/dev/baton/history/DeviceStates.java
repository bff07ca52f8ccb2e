package dev.baton.history;

import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what a list of devices shows beside the inventory. */
@Repository
public class DeviceStates {

    private final JdbcClient jdbc;

    DeviceStates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** When the last good backup was and how many findings are open, for every device that has either. */
    public Map<String, DeviceState> all() {
        return jdbc
                .sql("""
                        select device, max(verified_at) as backup_at, max(findings) as findings from (
                          select device, coalesce(confirmed_at, verified_at) as verified_at, 0 as findings
                            from baton_config_revision
                          union all
                          select device, cast(null as timestamp with time zone) as verified_at, count(*) as findings
                            from baton_finding where state = 'OPEN' group by device) x
                        group by device""")
                .query((row, number) -> new DeviceState(
                        Columns.text(row, "device"), Columns.timeOrNull(row, "backup_at"), row.getInt("findings")))
                .list()
                .stream()
                .collect(Collectors.toMap(DeviceState::device, Function.identity()));
    }

    /** The backups and findings of one device. */
    public record DeviceState(String device, @Nullable Instant backupAt, int findings) {}
}
