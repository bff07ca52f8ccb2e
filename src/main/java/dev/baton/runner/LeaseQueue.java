package dev.baton.runner;

import dev.baton.action.Problem;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Waits for a device that another action holds, and says so in the journal. */
@Component
class LeaseQueue {

    private static final Duration POLL = Duration.ofMillis(500);

    private final Leases leases;
    private final Journal journal;
    private final Node node;
    private final Duration longest;

    LeaseQueue(Leases leases, Journal journal, Node node, RunnerSettings settings) {
        this.leases = leases;
        this.journal = journal;
        this.node = node;
        this.longest = settings.leaseWait();
    }

    /** @throws dev.baton.action.ActionProblem {@code LOCKED} naming the holder, or {@code CANCELLED} */
    Lease await(ActionRow row, Cancellation cancellation) {
        String holder = row.id() + "#" + node.id();
        long start = System.nanoTime();
        boolean told = false;
        while (true) {
            Optional<Lease> lease = leases.acquire(row.device(), holder);
            if (lease.isPresent()) {
                return lease.get();
            }
            String other = leases.holder(row.device());
            if (System.nanoTime() - start > longest.toNanos()) {
                throw Problem.LOCKED.because(
                        row.device() + " has been held by " + other + " for more than " + longest.toSeconds() + " s");
            }
            if (!told) {
                journal.waiting(row, other);
                told = true;
            }
            cancellation.pause(POLL);
        }
    }

    void release(Lease lease) {
        leases.release(lease);
    }
}
