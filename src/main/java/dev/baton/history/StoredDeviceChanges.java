package dev.baton.history;

import dev.baton.action.DeviceChanges;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds in the journal what runs changed on a device. */
@Repository
class StoredDeviceChanges implements DeviceChanges {

    private final JdbcClient jdbc;

    StoredDeviceChanges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<DeviceChange> between(String device, Instant from, Instant to, int most) {
        return jdbc.sql("""
                        select a.delegate, a.state, a.sent_at, a.command, r.reference, r.procedure_key, r.requester
                        from baton_action a join baton_run r on r.process_instance = a.run
                        where a.device = :device and a.effect <> 'READ' and a.sent_at between :begin and :until
                          and a.state in ('SENT', 'SUCCEEDED', 'FAILED', 'UNKNOWN', 'ABANDONED')
                          and (a.changed is null or a.changed = true)
                        order by a.sent_at desc, a.id fetch first :most rows only
                        """)
                .param("device", device)
                .param("begin", Columns.parameter(from))
                .param("until", Columns.parameter(to))
                .param("most", most)
                .query((row, number) -> new DeviceChange(
                        Columns.text(row, "reference"),
                        Columns.text(row, "procedure_key"),
                        Columns.text(row, "requester"),
                        Columns.text(row, "delegate"),
                        Columns.time(row, "sent_at"),
                        Columns.text(row, "state"),
                        Objects.requireNonNullElse(row.getString("command"), "")))
                .list();
    }
}
