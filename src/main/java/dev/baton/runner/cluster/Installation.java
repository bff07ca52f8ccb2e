package dev.baton.runner.cluster;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The database that all nodes share: which one it is, how far it has come, and what its clock shows. */
@Component
class Installation {

    private static final Logger LOG = LoggerFactory.getLogger(Installation.class);

    private final JdbcTemplate jdbc;
    private final InstantSource clock;

    @Autowired
    Installation(JdbcTemplate jdbc) {
        this(jdbc, InstantSource.system());
    }

    Installation(JdbcTemplate jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Counts a heartbeat. @return how far the database has come with it */
    Progress beat() {
        if (jdbc.update("update baton_installation set beats = beats + 1") == 0) {
            create();
        }
        Instant asked = clock.instant();
        long start = System.nanoTime();
        return jdbc.queryForObject(
                "select id, epoch, beats, server, current_timestamp as read_at from baton_installation",
                (row, number) -> {
                    Duration way = Duration.ofNanos(System.nanoTime() - start);
                    Instant answer =
                            row.getObject("read_at", OffsetDateTime.class).toInstant();
                    return new Progress(
                            row.getString("id"),
                            row.getLong("epoch"),
                            row.getLong("beats"),
                            row.getString("server"),
                            Progress.skew(asked, way, answer),
                            way.dividedBy(2));
                });
    }

    private void create() {
        try {
            jdbc.update(
                    "insert into baton_installation (one, id, epoch, beats, server) values (1, ?, 1, 1, ?)",
                    UUID.randomUUID().toString(),
                    server());
        } catch (DuplicateKeyException e) {
            LOG.debug("Another node has just created it");
        }
    }

    /** The identity and the timeline of a PostgreSQL cluster: a dump that is read elsewhere and a recovery to a time change them. */
    String server() {
        String product = jdbc.execute((ConnectionCallback<String>)
                connection -> connection.getMetaData().getDatabaseProductName());
        if (!"PostgreSQL".equals(product)) {
            return "";
        }
        try {
            String server = jdbc.queryForObject(
                    "select s.system_identifier || ' on timeline ' || c.timeline_id"
                            + " from pg_control_system() s, pg_control_checkpoint() c",
                    String.class);
            return server == null ? "" : server;
        } catch (DataAccessException e) {
            LOG.info("PostgreSQL does not tell which cluster it is: {}", e.toString());
            return "";
        }
    }

    /** From now on this is the server to be expected. */
    void moved(String server) {
        jdbc.update("update baton_installation set server = ?", server);
    }

    /** A new epoch: whoever saw the database further than it is now saw what was given up. */
    void beginEpoch(String server) {
        jdbc.update("update baton_installation set epoch = epoch + 1, server = ?", server);
    }
}
