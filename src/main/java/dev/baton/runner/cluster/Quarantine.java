package dev.baton.runner.cluster;

import dev.baton.engine.PermittedActs;
import dev.baton.engine.Role;
import dev.baton.identity.CurrentUser;
import dev.baton.run.BadRunException;
import dev.baton.run.BadRunException.Kind;
import org.camunda.bpm.engine.ManagementService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;

/** Ends a quarantine on behalf of the administrator who is signed in. */
@Service
public class Quarantine {

    private static final Logger LOG = LoggerFactory.getLogger(Quarantine.class);
    private static final String LIFTED = "baton.quarantine.lifted";
    private static final int LONGEST = 2_000;

    private final Quarantines quarantines;
    private final NodeRegistry nodes;
    private final PermittedActs permitted;
    private final ManagementService management;
    private final CurrentUser currentUser;

    Quarantine(
            Quarantines quarantines,
            NodeRegistry nodes,
            PermittedActs permitted,
            ManagementService management,
            CurrentUser currentUser) {
        this.quarantines = quarantines;
        this.nodes = nodes;
        this.permitted = permitted;
        this.management = management;
        this.currentUser = currentUser;
    }

    /**
     * Lets all nodes begin work again; the others learn it with their next heartbeat.
     *
     * @throws BadRunException without a reason, or when there is no quarantine
     */
    public void lift(String reason) {
        if (!currentUser.is(Role.ADMINISTRATORS)) {
            throw new AccessDeniedException("Only administrators may lift a quarantine.");
        }
        String person = currentUser.name().orElseThrow(() -> new AccessDeniedException("Nobody is signed in."));
        if (reason.isBlank() || reason.length() > LONGEST || reason.indexOf('\0') >= 0) {
            throw new BadRunException(
                    Kind.BAD_INPUT,
                    "reason",
                    "to lift a quarantine needs a reason of at most " + LONGEST + " characters, without NUL");
        }
        if (!quarantines.lift(person, reason)) {
            throw new BadRunException(Kind.CONFLICT, "quarantine", "there is no quarantine to lift");
        }
        LOG.warn("{} lifted the quarantine: {}", person, reason);
        permitted.run(() -> {
            // Leaves a line in the engine's log of operations, which names the person.
            management.setProperty(LIFTED, person);
            return person;
        });
        nodes.beat();
    }
}
