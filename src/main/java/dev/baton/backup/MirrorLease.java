package dev.baton.backup;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sees to it that one node at a time writes to the mirror; a node that died is succeeded when its lease ends. */
@Component
class MirrorLease {

    private static final String RESOURCE = "backup-mirror";
    private static final Duration LENGTH = Duration.ofMinutes(2);

    private final JdbcClient jdbc;
    private final String holder = UUID.randomUUID().toString();

    MirrorLease(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes or renews the lease. @return whether this node has it now */
    boolean hold() {
        Instant now = now();
        Optional<Instant> ends = jdbc.sql("select expires_at from baton_lease where resource = :resource")
                .param("resource", RESOURCE)
                .query((row, number) ->
                        row.getObject("expires_at", OffsetDateTime.class).toInstant())
                .optional();
        return ends.isEmpty() ? taken(now) : renewed(now);
    }

    private boolean taken(Instant now) {
        try {
            jdbc.sql("""
                            insert into baton_lease (resource, holder, token, expires_at)
                            values (:resource, :holder, 1, :end)
                            """)
                    .param("resource", RESOURCE)
                    .param("holder", holder)
                    .param("end", Timestamp.from(now.plus(LENGTH)))
                    .update();
            return true;
        } catch (DuplicateKeyException someoneWasFaster) {
            return false;
        }
    }

    private boolean renewed(Instant now) {
        return jdbc.sql("""
                                update baton_lease set holder = :holder, token = token + 1, expires_at = :end
                                where resource = :resource and (holder = :holder or expires_at < current_timestamp)
                                """)
                        .param("holder", holder)
                        .param("end", Timestamp.from(now.plus(LENGTH)))
                        .param("resource", RESOURCE)
                        .update()
                > 0;
    }

    /** By the database's clock, which all nodes share. */
    private Instant now() {
        return jdbc.sql("select current_timestamp")
                .query((row, number) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .single();
    }
}
