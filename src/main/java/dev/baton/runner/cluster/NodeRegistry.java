package dev.baton.runner.cluster;

import dev.baton.engine.WorkGate;
import dev.baton.runner.Node;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Says to all that this node lives, and to itself whether it may begin work: not before its first heartbeat. */
@Component
public class NodeRegistry implements WorkGate {

    private static final Logger LOG = LoggerFactory.getLogger(NodeRegistry.class);
    private static final Duration FORGOTTEN = Duration.ofDays(1);
    private static final String IN = "current_timestamp + cast(? as integer) * interval '1' second";

    private final JdbcTemplate jdbc;
    private final Node node;
    private final Installation installation;
    private final RestoreCheck restores;
    private final Quarantines quarantines;
    private final NodeSettings settings;
    private @Nullable NodeState leaving;
    private volatile Standing standing = new Standing(NodeState.QUARANTINED, "it has not reached the database yet");
    private volatile Duration skew = Duration.ZERO;

    NodeRegistry(
            JdbcTemplate jdbc,
            Node node,
            Installation installation,
            RestoreCheck restores,
            Quarantines quarantines,
            NodeSettings settings) {
        this.jdbc = jdbc;
        this.node = node;
        this.installation = installation;
        this.restores = restores;
        this.quarantines = quarantines;
        this.settings = settings;
    }

    /** @param reason why it begins nothing; null when it does */
    record Standing(NodeState state, @Nullable String reason) {}

    @Override
    public boolean open() {
        return standing.state() == NodeState.RUNNING;
    }

    Standing standing() {
        return standing;
    }

    /** This node lives. */
    public synchronized void beat() {
        Progress progress = installation.beat();
        restores.reason(progress).ifPresent(reason -> quarantines.enter(node.id(), reason));
        quarantines.refresh();
        restores.settled(progress);
        skew = progress.skew();
        stand(judged(progress));
        save();
    }

    /** This node begins nothing more. */
    public synchronized void drain() {
        leave(NodeState.DRAINING, "it is being stopped");
    }

    /** Nothing of this node is under way any more. */
    public synchronized void stopped() {
        leave(NodeState.STOPPED, "it was stopped");
    }

    private void leave(NodeState state, String reason) {
        leaving = state;
        stand(new Standing(state, reason));
        try {
            save();
        } catch (RuntimeException e) {
            LOG.warn("The other nodes do not know that this one is {}: {}", state, e.toString());
        }
    }

    private Standing judged(Progress progress) {
        if (leaving != null) {
            return standing;
        }
        if (quarantines.open()) {
            return new Standing(NodeState.QUARANTINED, "quarantine: an administrator must lift it");
        }
        Duration sure = progress.skew().abs().minus(progress.tolerance());
        if (sure.compareTo(settings.clockSkew()) > 0) {
            return new Standing(NodeState.QUARANTINED, offBy(progress.skew()));
        }
        return new Standing(NodeState.RUNNING, null);
    }

    private String offBy(Duration ahead) {
        return String.format(
                Locale.ROOT,
                "its clock is %.1f s %s the database's; at most %.1f s are allowed",
                ahead.abs().toMillis() / 1000.0,
                ahead.isNegative() ? "behind" : "ahead of",
                settings.clockSkew().toMillis() / 1000.0);
    }

    private void stand(Standing now) {
        Standing before = standing;
        standing = now;
        if (before.state() != now.state() || !Objects.equals(before.reason(), now.reason())) {
            if (now.state() == NodeState.QUARANTINED) {
                LOG.error("This node begins no steps and no timers: {}", now.reason());
            } else {
                LOG.info("This node is {}", now.state().name().toLowerCase(Locale.ROOT));
            }
        }
    }

    private void save() {
        int known = jdbc.update(
                "update baton_node set heartbeat_at = current_timestamp, silent_from = " + IN
                        + ", state = ?, reason = ?, clock_skew_ms = ? where id = ?",
                settings.lock().toSeconds(),
                standing.state().name(),
                standing.reason(),
                skew.toMillis(),
                node.id());
        if (known == 0) {
            jdbc.update(
                    "delete from baton_node where heartbeat_at < current_timestamp - cast(? as integer) * interval '1' second",
                    FORGOTTEN.toSeconds());
            jdbc.update(
                    "insert into baton_node (id, host, version, started_at, heartbeat_at, silent_from, state, reason,"
                            + " clock_skew_ms) values (?, ?, ?, current_timestamp, current_timestamp, " + IN
                            + ", ?, ?, ?)",
                    node.id(),
                    node.host(),
                    version(),
                    settings.lock().toSeconds(),
                    standing.state().name(),
                    standing.reason(),
                    skew.toMillis());
        }
    }

    private static String version() {
        String version = NodeRegistry.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
