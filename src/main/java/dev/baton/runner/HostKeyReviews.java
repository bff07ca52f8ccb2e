package dev.baton.runner;

import dev.baton.action.ActionProblem;
import dev.baton.action.Finding;
import dev.baton.action.Findings;
import dev.baton.action.Severity;
import dev.baton.device.RunLink;
import dev.baton.device.trust.HostKeyChangedException;
import dev.baton.device.trust.OfferedKey;
import dev.baton.device.trust.approved.ApprovedHostKeys;
import dev.baton.device.trust.approved.HostKeyTable;
import dev.baton.inventory.InventoryDevice;
import dev.baton.run.FollowUpRuns;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngineException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes a finding and, once for each new key, a review of a changed host key; ends the finding when all is well again. */
@Component
class HostKeyReviews {

    static final String KIND = "host-key-changed";
    static final String PROCEDURE = "host-key-review";

    private static final Logger LOG = LoggerFactory.getLogger(HostKeyReviews.class);

    private final HostKeyTable table;
    private final ApprovedHostKeys approved;
    private final Findings findings;
    private final FollowUpRuns runs;
    private final TransactionTemplate transaction;

    HostKeyReviews(
            HostKeyTable table,
            ApprovedHostKeys approved,
            Findings findings,
            FollowUpRuns runs,
            PlatformTransactionManager transactions) {
        this.table = table;
        this.approved = approved;
        this.findings = findings;
        this.runs = runs;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @param run the reference of the run that uses the link */
    RunLink watch(RunLink link, InventoryDevice device, String run) {
        List<String> hosts = new ArrayList<>();
        for (InventoryDevice host = device;
                host != null && host.ssh() != null;
                host = host.ssh().jump()) {
            hosts.add(host.name());
        }
        return new KeyWatchedLink(link, problem -> failed(problem, run), () -> connected(hosts, run));
    }

    private void failed(ActionProblem problem, String run) {
        if (!(problem.getCause() instanceof HostKeyChangedException changed)) {
            return;
        }
        OfferedKey key = changed.key();
        findings.report(run, finding(key));
        try {
            transaction.executeWithoutResult(status -> review(key, run));
        } catch (DuplicateKeyException e) {
            LOG.debug("{} was met by another run at the same moment", changed.getMessage());
        } catch (ProcessEngineException e) {
            // The device's own refusal is what the run must end with; the next run that meets the key tries again.
            LOG.error("No review of the changed host key of {} could be started", key.device(), e);
        }
    }

    private void review(OfferedKey key, String run) {
        boolean wanted = table.met(key, run);
        if (wanted
                && runs.start(PROCEDURE, key.device(), run, "The host key of " + key.device() + " has changed.")
                        .isEmpty()) {
            LOG.warn("{} has changed its host key, and no procedure {} is deployed", key.device(), PROCEDURE);
        }
    }

    private static Finding finding(OfferedKey key) {
        String seen = "Expected " + key.trusted().keys().wanted() + " ("
                + key.trusted().source() + "), seen " + key.type() + " " + key.fingerprint() + "; no login was tried. ";
        String next = key.bar().isEmpty() ? "The procedure " + PROCEDURE + " decides about it." : key.bar();
        return new Finding(key.device(), KIND, key.fingerprint(), Severity.CRITICAL, seen + next);
    }

    private void connected(List<String> hosts, String run) {
        for (String host : hosts) {
            if (approved.connected(host)) {
                findings.resolve(run, host, KIND);
            }
        }
    }
}
