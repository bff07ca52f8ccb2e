package dev.baton.runner;

import java.util.List;
import java.util.function.LongSupplier;

/**
 * The right to write to a device, and to its conflict domain where it has one, for a while; lost when the database says so of
 * either, doubted when it has not been heard for long.
 */
final class Lease {

    private final List<String> resources;
    private final String holder;
    private final long trustedNanos;
    private final LongSupplier nanoTime;
    private final OpenLinks links = new OpenLinks();
    private volatile long confirmedAt;
    private volatile boolean lost;
    private volatile boolean held;

    /**
     * @param resources the device first
     * @param holder unique per acquisition
     * @param confirmedAt when the statement was begun that took it
     * @param trustedNanos how long after a confirmation it may be used
     */
    Lease(List<String> resources, String holder, long confirmedAt, long trustedNanos, LongSupplier nanoTime) {
        this.resources = List.copyOf(resources);
        this.holder = holder;
        this.confirmedAt = confirmedAt;
        this.trustedNanos = trustedNanos;
        this.nanoTime = nanoTime;
    }

    /** The device. */
    String resource() {
        return resources.get(0);
    }

    List<String> resources() {
        return resources;
    }

    String holder() {
        return holder;
    }

    void confirmed(long at) {
        confirmedAt = at;
    }

    /** Somebody else may have the device: what is under way is cut off. */
    void lose() {
        lost = true;
        links.abort();
    }

    /** Whether a changing command may be sent under it now, as far as this node can tell without asking. */
    boolean usable() {
        return !lost && nanoTime.getAsLong() - confirmedAt < trustedNanos;
    }

    /** Something may still change the device: when the action ends, the lease stays until a person has decided it. */
    void holdForDecision() {
        held = true;
    }

    boolean heldForDecision() {
        return held;
    }

    OpenLinks links() {
        return links;
    }
}
