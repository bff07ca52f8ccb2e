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
 * and to approve; what is found then is listed in {@code lab/findings.yaml}.
 */
@Component
@ConditionalOnBooleanProperty(name = "baton.lab.first-runs", matchIfMissing = true)
@ConditionalOnBooleanProperty(name = "baton.lab.enabled", matchIfMissing = true)
final class FirstRuns {

    private static final Logger LOG = LoggerFactory.getLogger(FirstRuns.class);

    private static final String REQUESTER = "operator";
    private static final String REBUILT = "name = rebuilt-01";
    private static final List<Wish> WISHES = List.of(
            new Wish("nightly-config-backup", "tag = production", Map.of()),
            new Wish("patch-hosts", "role in (web, db)", Map.of("scope", "all")),
            new Wish("hardware-health", "", Map.of()),
            new Wish("ports-operational", "", Map.of()),
            new Wish("firmware-inventory", "", Map.of()),
            new Wish("drive-failure-log-scan", "", Map.of()),
            new Wish("certificate-check", "", Map.of()),
            new Wish("config-compliance", "tag = production or " + REBUILT, Map.of()),
            new Wish("link-down-diagnosis", "name = access-sw1", Map.of("port", "Te1/1/1")),
            new Wish("nightly-config-backup", REBUILT, Map.of()),
            new Wish("check-host-health", REBUILT, Map.of()),
            new Wish("host-down", REBUILT, Map.of()));
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
        for (Wish wish : WISHES) {
            try {
                actAs.user(REQUESTER, groups, () -> runs.start(wish.run()));
            } catch (RuntimeException e) {
                // What the runs show is a courtesy: Baton serves without them.
                LOG.warn("The first run of {} could not be started", wish.procedure(), e);
            }
        }
    }

    /** One run that is started. */
    private record Wish(String procedure, String targets, Map<String, Object> inputs) {

        StartRun run() {
            return new StartRun(procedure, targets, inputs, Mode.LIVE, REASON, false);
        }
    }
}
