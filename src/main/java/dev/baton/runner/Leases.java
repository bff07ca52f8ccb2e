package dev.baton.runner;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** One writer per device across all runs and nodes, by the database's clock. */
@Component
class Leases {

    private static final Logger LOG = LoggerFactory.getLogger(Leases.class);
    private static final String UNTIL = "current_timestamp + cast(? as integer) * interval '1' second";

    private final JdbcTemplate jdbc;
    private final GroupCommit commits;
    private final int seconds;
    private final long trustedNanos;
    private final LongSupplier nanoTime;
    private final Set<Lease> held = ConcurrentHashMap.newKeySet();
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    @Autowired
    Leases(JdbcTemplate jdbc, GroupCommit commits, RunnerSettings settings) {
        this(jdbc, commits, settings, System::nanoTime);
    }

    Leases(JdbcTemplate jdbc, GroupCommit commits, RunnerSettings settings, LongSupplier nanoTime) {
        this.jdbc = jdbc;
        this.commits = commits;
        this.seconds = Math.toIntExact(settings.lease().toSeconds());
        this.trustedNanos = settings.lease().toNanos() / 3 * 2;
        this.nanoTime = nanoTime;
    }

    /** Takes a free or expired lease. @param holder unique per acquisition, so that no two are mistaken for each other */
    Optional<Lease> acquire(String resource, String holder) {
        long begun = nanoTime.getAsLong();
        int taken = commits.write(
                "update baton_lease set holder = ?, token = token + 1, expires_at = " + UNTIL
                        + " where resource = ? and expires_at <= current_timestamp",
                holder,
                seconds,
                resource);
        if (taken == 0 && !created(resource, holder)) {
            return Optional.empty();
        }
        Lease lease = new Lease(resource, holder, begun, trustedNanos, nanoTime);
        held.add(lease);
        return Optional.of(lease);
    }

    /** A resource gets its row once and keeps it. */
    private boolean created(String resource, String holder) {
        if (known.contains(resource)) {
            return false;
        }
        Integer rows =
                jdbc.queryForObject("select count(*) from baton_lease where resource = ?", Integer.class, resource);
        known.add(resource);
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
        } catch (DataAccessException e) {
            known.remove(resource);
            throw e;
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

    /** Prolongs every lease that this node holds, and cuts off what works under one that it has lost; called by the heartbeat. */
    void renew() {
        List<Lease> leases = List.copyOf(held);
        if (leases.isEmpty()) {
            return;
        }
        long begun = nanoTime.getAsLong();
        int[] renewed = jdbc.batchUpdate(
                "update baton_lease set expires_at = " + UNTIL
                        + " where resource = ? and holder = ? and expires_at > current_timestamp",
                leases.stream()
                        .map(lease -> new Object[] {seconds, lease.resource(), lease.holder()})
                        .toList());
        for (int i = 0; i < renewed.length; i++) {
            Lease lease = leases.get(i);
            if (renewed[i] == 1) {
                lease.confirmed(begun);
            } else if (held.remove(lease)) {
                LOG.warn("The lease of {} was lost", lease.resource());
                lease.lose();
            }
        }
    }

    /**
     * Gives a lease back; one that the database does not hear of expires by itself. The holder goes too: a renewal that began
     * before still sees a time of expiry in its future.
     */
    void release(Lease lease) {
        held.remove(lease);
        try {
            commits.write(
                    "update baton_lease set holder = '', expires_at = current_timestamp where resource = ? and holder = ?",
                    lease.resource(),
                    lease.holder());
        } catch (RuntimeException e) {
            LOG.warn("The lease of {} could not be given back and will expire: {}", lease.resource(), e.toString());
        }
    }
}
