package dev.baton.lab;

import dev.baton.engine.Role;
import dev.baton.history.RunFilter;
import dev.baton.history.RunHistory;
import dev.baton.history.Slice;
import dev.baton.identity.ActAs;
import dev.baton.run.Mode;
import dev.baton.run.Runs;
import dev.baton.run.StartRun;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Starts a backup, a patching and what looks for faults of the lab at the very first start, so that there is something to see
 * and to approve.
 */
@Component
@ConditionalOnBooleanProperty(name = "baton.lab.first-runs", matchIfMissing = true)
@ConditionalOnBooleanProperty(name = "baton.lab.enabled", matchIfMissing = true)
final class FirstRuns {

    private static final Logger LOG = LoggerFactory.getLogger(FirstRuns.class);

    private static final String REQUESTER = "operator";
    private static final List<String> LOOKS =
            List.of("hardware-health", "ports-operational", "firmware-inventory", "drive-failure-log-scan");
    private static final String REASON = "First start: see Baton work on the lab";

    private final Lab lab;
    private final RunHistory history;
    private final Runs runs;
    private final ActAs actAs;

    FirstRuns(Lab lab, RunHistory history, Runs runs, ActAs actAs) {
        this.lab = lab;
        this.history = history;
        this.runs = runs;
        this.actAs = actAs;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        boolean first = history.list(RunFilter.ALL, new Slice(1, 1)).total() == 0;
        List<String> groups = actAs.groups(REQUESTER);
        if (!first || !lab.isRunning() || !groups.contains(Role.OPERATORS.group())) {
            return;
        }
        try {
            actAs.user(REQUESTER, groups, () -> runs.start(wish("nightly-config-backup", "", Map.of())));
            actAs.user(
                    REQUESTER,
                    groups,
                    () -> runs.start(wish("patch-hosts", "role in (web, db)", Map.of("scope", "all"))));
            for (String procedure : LOOKS) {
                actAs.user(REQUESTER, groups, () -> runs.start(wish(procedure, "", Map.of())));
            }
        } catch (RuntimeException e) {
            // What the runs show is a courtesy: Baton serves without them.
            LOG.warn("The first runs could not be started", e);
        }
    }

    private static StartRun wish(String procedure, String targets, Map<String, Object> inputs) {
        return new StartRun(procedure, targets, inputs, Mode.LIVE, REASON, false);
    }
}
