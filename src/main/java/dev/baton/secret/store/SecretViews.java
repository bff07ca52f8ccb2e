package dev.baton.secret.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people may see of kept secrets: which versions there are, and never what they are. */
@Component
public class SecretViews {

    private final JdbcClient jdbc;

    SecretViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By name and device. */
    public List<SecretView> all() {
        return jdbc.sql("select * from baton_secret order by name, device")
                .query((row, number) -> {
                    Versions versions = Versions.of(row, number);
                    return new SecretView(
                            row.getString("name"),
                            row.getString("device"),
                            versions.current(),
                            versions.previous(),
                            versions.pending(),
                            row.getObject("changed_at", OffsetDateTime.class).toInstant());
                })
                .list();
    }

    /** @param current 0 where the first secret counts, which the inventory names */
    public record SecretView(
            String name,
            String device,
            int current,
            @Nullable Integer previous,
            @Nullable Integer pending,
            Instant changedAt) {}
}
