package dev.baton.runner;

import dev.baton.runner.OpenBreaker.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The breakers that are open on any node: written when one opens or closes, and read from memory, which each heartbeat refreshes. */
@Component
class OpenBreakers {

    private static final Logger LOG = LoggerFactory.getLogger(OpenBreakers.class);

    /** After so long without another try, one that was open begins anew. */
    static final Duration FORGOTTEN = Duration.ofMinutes(10);

    private static final int LONGEST_SEEN = 2_000;
    private static final String IN = "current_timestamp + cast(? as integer) * interval '1' second";

    private final JdbcTemplate jdbc;
    private final Node node;
    private final InstantSource clock;
    private volatile Map<Key, OpenBreaker> breakers = Map.of();

    @Autowired
    OpenBreakers(JdbcTemplate jdbc, Node node) {
        this(jdbc, node, InstantSource.system());
    }

    OpenBreakers(JdbcTemplate jdbc, Node node, InstantSource clock) {
        this.jdbc = jdbc;
        this.node = node;
        this.clock = clock;
    }

    Optional<OpenBreaker> of(Kind kind, String name) {
        OpenBreaker breaker = breakers.isEmpty() ? null : breakers.get(new Key(kind, name));
        return Optional.ofNullable(breaker)
                .filter(known -> clock.instant().isBefore(known.until().plus(FORGOTTEN)));
    }

    Instant now() {
        return clock.instant();
    }

    /** Opens it on all nodes; while the database does not answer, on this one. */
    synchronized void open(Kind kind, String name, Duration pause, int failures, String reason) {
        String seen = reason.length() <= LONGEST_SEEN ? reason : reason.substring(0, LONGEST_SEEN);
        OpenBreaker breaker = new OpenBreaker(clock.instant().plus(pause), failures, seen);
        Map<Key, OpenBreaker> more = new HashMap<>(breakers);
        more.put(new Key(kind, name), breaker);
        breakers = Map.copyOf(more);
        LOG.warn("The breaker of {} is open until {}: {}", name, breaker.untilText(), seen);
        try {
            save(kind, name, Math.toIntExact(Math.max(1, pause.toSeconds())), failures, seen);
        } catch (DataAccessException e) {
            LOG.warn("The other nodes do not know that the breaker of {} is open: {}", name, e.toString());
        }
    }

    private void save(Kind kind, String name, int seconds, int failures, String seen) {
        int known = jdbc.update(
                "update baton_breaker set failures = ?, open_until = " + IN
                        + ", seen = ?, node = ? where kind = ? and name = ?",
                failures,
                seconds,
                seen,
                node.id(),
                kind.name(),
                name);
        if (known == 0) {
            jdbc.update(
                    "insert into baton_breaker (failures, open_until, seen, node, kind, name) values (?, " + IN
                            + ", ?, ?, ?, ?)",
                    failures,
                    seconds,
                    seen,
                    node.id(),
                    kind.name(),
                    name);
        }
    }

    synchronized void close(Kind kind, String name) {
        Map<Key, OpenBreaker> fewer = new HashMap<>(breakers);
        if (fewer.remove(new Key(kind, name)) == null) {
            return;
        }
        breakers = Map.copyOf(fewer);
        LOG.info("The breaker of {} is closed", name);
        try {
            jdbc.update("delete from baton_breaker where kind = ? and name = ?", kind.name(), name);
        } catch (DataAccessException e) {
            LOG.warn("The other nodes do not know that the breaker of {} is closed: {}", name, e.toString());
        }
    }

    /** Learns what other nodes opened and closed; called by the heartbeat. */
    synchronized void refresh() {
        Map<Key, OpenBreaker> found = new HashMap<>();
        jdbc.query(
                "select kind, name, failures, seen, open_until, current_timestamp as read_at from baton_breaker",
                row -> {
                    found.put(
                            new Key(Kind.valueOf(row.getString("kind")), row.getString("name")),
                            new OpenBreaker(until(row), row.getInt("failures"), row.getString("seen")));
                });
        Instant oldest = clock.instant().minus(FORGOTTEN);
        if (found.values().removeIf(breaker -> breaker.until().isBefore(oldest))) {
            jdbc.update(
                    "delete from baton_breaker where open_until < current_timestamp"
                            + " - cast(? as integer) * interval '1' second",
                    FORGOTTEN.toSeconds());
        }
        breakers = Map.copyOf(found);
    }

    /** By this node's clock, whatever the clock of the database shows. */
    private Instant until(ResultSet row) throws SQLException {
        OffsetDateTime until = row.getObject("open_until", OffsetDateTime.class);
        return clock.instant().plus(Duration.between(row.getObject("read_at", OffsetDateTime.class), until));
    }

    private record Key(Kind kind, String name) {}
}
