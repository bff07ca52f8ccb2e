package dev.baton.runner;

import java.util.function.LongSupplier;

/** The right to write to a device for a while; lost when the database says so, doubted when it has not been heard for long. */
final class Lease {

    private final String resource;
    private final String holder;
    private final long trustedNanos;
    private final LongSupplier nanoTime;
    private final OpenLinks links = new OpenLinks();
    private volatile long confirmedAt;
    private volatile boolean lost;

    /**
     * @param holder unique per acquisition
     * @param confirmedAt when the statement was begun that took it
     * @param trustedNanos how long after a confirmation it may be used
     */
    Lease(String resource, String holder, long confirmedAt, long trustedNanos, LongSupplier nanoTime) {
        this.resource = resource;
        this.holder = holder;
        this.confirmedAt = confirmedAt;
        this.trustedNanos = trustedNanos;
        this.nanoTime = nanoTime;
    }

    String resource() {
        return resource;
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

    OpenLinks links() {
        return links;
    }
}
