package dev.baton.runner;

import dev.baton.action.Problem;
import dev.baton.inventory.InventoryDevice;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Waits for a device, or for its conflict domain, that another action holds, and says so in the journal. */
@Component
class LeaseQueue {

    private static final Duration POLL = Duration.ofMillis(500);

    private final Leases leases;
    private final Journal journal;
    private final Duration longest;

    LeaseQueue(Leases leases, Journal journal, RunnerSettings settings) {
        this.leases = leases;
        this.journal = journal;
        this.longest = settings.leaseWait();
    }

    /**
     * The lease of the action's device: the given one while it is usable, else a new one; none for an action that only reads.
     *
     * @throws dev.baton.action.ActionProblem {@code LOCKED} naming the holder, or {@code CANCELLED}
     * @throws ReleasedException when this node gives the step back meanwhile
     */
    @Nullable
    Lease keep(@Nullable Lease lease, InventoryDevice device, ActionRow row, StopSignal stop) {
        if (!row.effect().changes() || (lease != null && lease.usable())) {
            return lease;
        }
        release(lease);
        return await(resources(device), row, stop);
    }

    static List<String> resources(InventoryDevice device) {
        String domain = device.conflictDomain();
        return domain == null ? List.of(device.name()) : List.of(device.name(), "conflict domain " + domain);
    }

    private Lease await(List<String> resources, ActionRow row, StopSignal stop) {
        long start = System.nanoTime();
        String told = "";
        while (true) {
            Optional<Lease> lease = leases.acquire(resources, holder(row));
            if (lease.isPresent()) {
                return lease.get();
            }
            String holder = leases.holder(resources);
            if (System.nanoTime() - start > longest.toNanos()) {
                throw Problem.LOCKED.because(
                        row.device() + " has been held by " + holder + " for more than " + longest.toSeconds() + " s");
            }
            if (!holder.equals(told)) {
                journal.waiting(row, holder);
                told = holder;
            }
            stop.pauseBetweenTries(POLL);
        }
    }

    /** Begins with the action's id, so that those who wait can be told who holds the device; short, so that it always fits. */
    private static String holder(ActionRow row) {
        return row.id() + "#" + UUID.randomUUID().toString().substring(0, 8);
    }

    /** Before the outcome is written, so that nobody comes between. */
    void holdIfWanted(@Nullable Lease lease) {
        if (lease != null && lease.heldForDecision()) {
            leases.holdForDecision(lease);
        }
    }

    void release(@Nullable Lease lease) {
        if (lease != null) {
            leases.release(lease);
        }
    }
}
