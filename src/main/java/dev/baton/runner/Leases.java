package dev.baton.runner;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** One writer per device, and per conflict domain, across all runs and nodes, by the database's clock. */
@Component
class Leases {

    private static final Logger LOG = LoggerFactory.getLogger(Leases.class);
    private static final String UNTIL = "current_timestamp + cast(? as integer) * interval '1' second";

    private static final String NEVER = "timestamp with time zone '9999-12-31 00:00:00+00'";

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

    /** Takes one free or expired resource. @param holder unique per acquisition, so that no two are mistaken for each other */
    Optional<Lease> acquire(String resource, String holder) {
        return acquire(List.of(resource), holder);
    }

    /** Takes all of them or none. @param resources the device first; they are taken in sorted order, by all actions alike */
    Optional<Lease> acquire(List<String> resources, String holder) {
        return acquire(resources, holder, resource -> take(resource, holder));
    }

    /** The same, and what an earlier life of the action holds, alive or not, is free for it. @param action its id */
    Optional<Lease> takeOver(List<String> resources, String action, String holder) {
        return acquire(resources, holder, resource -> inherit(resource, action, holder) || take(resource, holder));
    }

    private Optional<Lease> acquire(List<String> resources, String holder, Predicate<String> taking) {
        long begun = nanoTime.getAsLong();
        List<String> taken = new ArrayList<>();
        for (String resource : resources.stream().sorted().toList()) {
            if (!taking.test(resource)) {
                giveBack(taken, holder);
                return Optional.empty();
            }
            taken.add(resource);
        }
        Lease lease = new Lease(resources, holder, begun, trustedNanos, nanoTime);
        held.add(lease);
        return Optional.of(lease);
    }

    private boolean inherit(String resource, String action, String holder) {
        return commits.write(
                        "update baton_lease set holder = ?, token = token + 1, expires_at = " + UNTIL
                                + " where resource = ? and holder like ?",
                        holder,
                        seconds,
                        resource,
                        action + "#%")
                == 1;
    }

    private boolean take(String resource, String holder) {
        int taken = commits.write(
                "update baton_lease set holder = ?, token = token + 1, expires_at = " + UNTIL
                        + " where resource = ? and expires_at <= current_timestamp",
                holder,
                seconds,
                resource);
        return taken == 1 || created(resource, holder);
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

    /** Says who holds one of them now, for the people who wait for it. @param resources the device first */
    String holder(List<String> resources) {
        for (String resource : resources) {
            List<String> holders = jdbc.query(
                    "select r.reference, a.activity, a.device, a.state from baton_lease l"
                            + " join baton_action a on a.id = substring(l.holder from 1 for 36)"
                            + " join baton_run r on r.process_instance = a.run"
                            + " where l.resource = ? and l.expires_at > current_timestamp",
                    (row, number) -> row.getString(1) + " (" + row.getString(2)
                            + (row.getString(4).equals("UNKNOWN")
                                    ? "; it may still run there: decide what became of it"
                                    : "")
                            + (resource.equals(resources.get(0))
                                    ? ")"
                                    : " on " + row.getString(3) + "), which holds the " + resource),
                    resource);
            if (!holders.isEmpty()) {
                return holders.get(0);
            }
        }
        return "another action";
    }

    /** Prolongs every lease that this node holds, and cuts off what works under one that it has lost; called by the heartbeat. */
    void renew() {
        List<Lease> leases = List.copyOf(held);
        if (leases.isEmpty()) {
            return;
        }
        long begun = nanoTime.getAsLong();
        List<Object[]> parts = new ArrayList<>();
        for (Lease lease : leases) {
            lease.resources().forEach(resource -> parts.add(new Object[] {seconds, resource, lease.holder()}));
        }
        int[] renewed = jdbc.batchUpdate(
                "update baton_lease set expires_at = " + UNTIL
                        + " where resource = ? and holder = ? and expires_at > current_timestamp"
                        + " and expires_at < " + NEVER,
                parts);
        int next = 0;
        for (Lease lease : leases) {
            boolean whole = true;
            for (String resource : lease.resources()) {
                boolean ours = renewed[next++] == 1;
                if (!ours && held.contains(lease)) {
                    LOG.warn("The lease of {} was lost", resource);
                }
                whole &= ours;
            }
            confirm(lease, whole, begun);
        }
    }

    private void confirm(Lease lease, boolean whole, long begun) {
        if (whole) {
            lease.confirmed(begun);
        } else if (held.remove(lease)) {
            lease.lose();
        }
    }

    /** From now on the lease ends when a person decides its action, and not before. */
    void holdForDecision(Lease lease) {
        held.remove(lease);
        for (String resource : lease.resources()) {
            commits.write(
                    "update baton_lease set expires_at = " + NEVER + " where resource = ? and holder = ?",
                    resource,
                    lease.holder());
        }
    }

    /** Gives a lease back, unless it waits for a decision; one that the database does not hear of expires by itself. */
    void release(Lease lease) {
        held.remove(lease);
        if (!lease.heldForDecision()) {
            giveBack(lease.resources(), lease.holder());
        }
    }

    /** The holder goes too: a renewal that began before still sees a time of expiry in its future. */
    private void giveBack(List<String> resources, String holder) {
        for (String resource : resources) {
            try {
                commits.write(
                        "update baton_lease set holder = '', expires_at = current_timestamp"
                                + " where resource = ? and holder = ?",
                        resource,
                        holder);
            } catch (RuntimeException e) {
                LOG.warn("The lease of {} could not be given back and will expire: {}", resource, e.toString());
            }
        }
    }

    /** Leaves what it holds to nobody for a while. @param why in place of a holder */
    void block(Lease lease, Duration time, String why) {
        held.remove(lease);
        for (String resource : lease.resources()) {
            commits.write(
                    "update baton_lease set holder = ?, expires_at = " + UNTIL + " where resource = ? and holder = ?",
                    why,
                    Math.toIntExact(Math.max(1, time.toSeconds())),
                    resource,
                    lease.holder());
        }
    }
}
