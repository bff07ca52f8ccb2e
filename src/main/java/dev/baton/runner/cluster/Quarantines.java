package dev.baton.runner.cluster;

import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The quarantines of the installation, shared by all nodes. */
@Component
class Quarantines {

    private static final Logger LOG = LoggerFactory.getLogger(Quarantines.class);

    /** What may have been sent since the copy was made: what was sent already, and what must not be sent twice. */
    private static final String DOUBT =
            " where state = 'SENT' or (state in ('PLANNED', 'INTENT', 'NOT_APPLIED') and effect in ('ONCE', 'CHECKABLE'))";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Installation installation;
    private volatile boolean open;

    Quarantines(JdbcTemplate jdbc, PlatformTransactionManager transactions, Installation installation) {
        this.jdbc = jdbc;
        this.installation = installation;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** As this node last read it. */
    boolean open() {
        return open;
    }

    void refresh() {
        Integer found = jdbc.queryForObject("select count(*) from baton_quarantine where open_key = 1", Integer.class);
        open = found != null && found > 0;
    }

    /** Begins one unless one lasts already: what may have been sent is unknown, and approvals that were given count no more. */
    void enter(String node, String reason) {
        LOG.error("QUARANTINE: {}. No step and no timer is begun until an administrator lifts it", reason);
        open = true;
        try {
            transaction.executeWithoutResult(status -> {
                String id = UUID.randomUUID().toString();
                jdbc.update(
                        "insert into baton_quarantine (id, node, reason, unknown_actions, void_approvals, entered_at, open_key)"
                                + " values (?, ?, ?, 0, 0, current_timestamp, 1)",
                        id,
                        node,
                        reason);
                jdbc.update(
                        "update baton_quarantine set unknown_actions = ?, void_approvals = ? where id = ?",
                        doubt(reason),
                        voidApprovals(),
                        id);
            });
        } catch (DuplicateKeyException e) {
            LOG.info("Another node has begun the quarantine");
        }
    }

    private int doubt(String reason) {
        return jdbc.update(
                "update baton_action set state = 'UNKNOWN', error = 'OUTCOME_UNKNOWN', message = ?,"
                        + " finished_at = current_timestamp, waiting_for = null" + DOUBT,
                "it was open when the quarantine began, and may have been sent since: " + reason);
    }

    private int voidApprovals() {
        return jdbc.update(
                "update baton_approval set void_at = current_timestamp where decision = 'approve' and refused = false"
                        + " and void_at is null and exists (select 1 from baton_run r join ACT_HI_PROCINST p"
                        + " on p.ID_ = r.process_instance where r.reference = baton_approval.run and p.END_TIME_ is null)");
    }

    /** Ends it, and begins a new epoch, in which nodes that saw more than there is now do not begin another. */
    boolean lift(String person, String reason) {
        String server = installation.server();
        return Boolean.TRUE.equals(transaction.execute(status -> {
            boolean lifted = jdbc.update(
                            "update baton_quarantine set lifted_at = current_timestamp, lifted_by = ?, lift_reason = ?,"
                                    + " open_key = null where open_key = 1",
                            person,
                            reason)
                    == 1;
            if (lifted) {
                installation.beginEpoch(server);
            }
            return lifted;
        }));
    }
}
