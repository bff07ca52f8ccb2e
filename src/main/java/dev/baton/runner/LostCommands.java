package dev.baton.runner;

import dev.baton.action.Dialects;
import dev.baton.action.Problem;
import dev.baton.action.Shell;
import dev.baton.device.unix.Ending;
import dev.baton.inventory.Inventory;
import dev.baton.inventory.InventoryDevice;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Ends on hosts the commands of cancelled runs whose node was lost, and says what became of them. */
@Component
class LostCommands {

    private static final Logger LOG = LoggerFactory.getLogger(LostCommands.class);
    private static final String LOST = "it was sent, and its step ended while its node was lost";
    private static final int AT_ONCE = 20;

    private final Journal journal;
    private final Inventory inventory;
    private final Dialects dialects;
    private final Leases leases;
    private final Leashes leashes;
    private final Node node;
    private final Executor threads;
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();

    @Autowired
    LostCommands(
            Journal journal,
            Inventory inventory,
            Dialects dialects,
            Leases leases,
            Leashes leashes,
            Node node,
            DeviceThreads threads) {
        this(journal, inventory, dialects, leases, leashes, node, (Executor) threads);
    }

    LostCommands(
            Journal journal,
            Inventory inventory,
            Dialects dialects,
            Leases leases,
            Leashes leashes,
            Node node,
            Executor threads) {
        this.journal = journal;
        this.inventory = inventory;
        this.dialects = dialects;
        this.leases = leases;
        this.leashes = leashes;
        this.node = node;
        this.threads = threads;
    }

    /** @param lost actions that were sent and that nobody brings to their end; the others are for the next time */
    void settle(List<ActionRow> lost) {
        for (ActionRow row : lost) {
            if (underWay.size() < AT_ONCE && underWay.add(row.id())) {
                threads.execute(() -> settle(row));
            }
        }
    }

    private void settle(ActionRow row) {
        Lease lease = null;
        try {
            ActionRow ours = row.claimed(node.id());
            if (!journal.takenOver(ours)) {
                return;
            }
            InventoryDevice device = inventory.find(row.device()).orElse(null);
            lease = device == null ? null : inherited(device, row);
            Ending ending = device == null ? null : ended(device, ours);
            if (lease != null && ending != null && !ending.confirmed()) {
                lease.holdForDecision();
                leases.holdForDecision(lease);
            }
            journal.outcome(ours, outcome(ending, lease));
        } catch (RuntimeException e) {
            LOG.warn("What node {} left on {} is not settled yet: {}", row.node(), row.device(), e.toString());
            journal.leave(row.claimed(node.id()));
        } finally {
            if (lease != null) {
                leases.release(lease);
            }
            underWay.remove(row.id());
        }
    }

    /** Null when another action has the device meanwhile. */
    private @Nullable Lease inherited(InventoryDevice device, ActionRow row) {
        String holder = row.id() + "#" + UUID.randomUUID().toString().substring(0, 8);
        return leases.takeOver(LeaseQueue.resources(device), row.id(), holder).orElse(null);
    }

    /** Null for a device that is no host: nothing can be ended there. */
    private @Nullable Ending ended(InventoryDevice device, ActionRow row) {
        return dialects.of(device.device().platform()).shell() == Shell.POSIX
                ? leashes.endLost(device, journal.reference(row.run()), row)
                : null;
    }

    private static Outcome outcome(@Nullable Ending ending, @Nullable Lease lease) {
        if (ending == null) {
            return Attempts.unknown(LOST, null);
        }
        String seen = LOST + "; the command " + ending.seen();
        if (ending.kind() == Ending.Kind.ENDED) {
            return Outcome.ended(ActionState.CANCELLED, Problem.CANCELLED, seen, null);
        }
        boolean held = lease != null && lease.heldForDecision();
        return Attempts.unknown(held ? seen + Attempts.HELD : seen, null);
    }
}
