package dev.baton.runner;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** One writer per device across all runs and nodes, by the database's clock. */
@Component
class Leases {

    private static final String UNTIL = "current_timestamp + cast(? as integer) * interval '1' second";

    private final JdbcTemplate jdbc;
    private final int seconds;
    private final Set<String> held = ConcurrentHashMap.newKeySet();

    Leases(JdbcTemplate jdbc, RunnerSettings settings) {
        this.jdbc = jdbc;
        this.seconds = Math.toIntExact(settings.lease().toSeconds());
    }

    /** Takes a free or expired lease. @param holder unique per attempt of an action */
    Optional<Lease> acquire(String resource, String holder) {
        int taken = jdbc.update(
                "update baton_lease set holder = ?, token = token + 1, expires_at = " + UNTIL
                        + " where resource = ? and expires_at <= current_timestamp",
                holder,
                seconds,
                resource);
        if (taken == 0 && !created(resource, holder)) {
            return Optional.empty();
        }
        held.add(holder);
        Long token = jdbc.queryForObject(
                "select token from baton_lease where resource = ? and holder = ?", Long.class, resource, holder);
        return Optional.ofNullable(token).map(number -> new Lease(resource, holder, number));
    }

    private boolean created(String resource, String holder) {
        Integer rows =
                jdbc.queryForObject("select count(*) from baton_lease where resource = ?", Integer.class, resource);
        if (rows != null && rows > 0) {
            return false;
        }
        try {
            jdbc.update(
                    "insert into baton_lease (resource, holder, token, expires_at) values (?, ?, 1, " + UNTIL + ")",
                    resource,
                    holder,
                    seconds);
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    /** Says who holds a device, for the people who wait for it. */
    String holder(String resource) {
        return jdbc
                .queryForList(
                        "select r.reference || ' (' || a.activity || ')' from baton_lease l"
                                + " join baton_action a on a.id = substring(l.holder from 1 for 36)"
                                + " join baton_run r on r.process_instance = a.run where l.resource = ?",
                        String.class,
                        resource)
                .stream()
                .findFirst()
                .orElse("another action");
    }

    /** Prolongs every lease that this node holds; called by the heartbeat. */
    void renew() {
        if (held.isEmpty()) {
            return;
        }
        jdbc.batchUpdate(
                "update baton_lease set expires_at = " + UNTIL + " where holder = ? and expires_at > current_timestamp",
                held.stream().map(holder -> new Object[] {seconds, holder}).toList());
    }

    void release(Lease lease) {
        held.remove(lease.holder());
        jdbc.update(
                "update baton_lease set expires_at = current_timestamp where resource = ? and holder = ? and token = ?",
                lease.resource(),
                lease.holder(),
                lease.token());
    }
}
