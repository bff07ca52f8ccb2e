package dev.baton.runner;

import dev.baton.device.Progress;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Lets people see how far an action's transfer has come: one short row update every few seconds, whatever the size. */
final class ProgressNotes implements Progress {

    static final Duration EVERY = Duration.ofSeconds(2);

    private final Journal journal;
    private final ActionRow row;
    private final LongSupplier clock;
    private long last;

    /** @param clock counts nanoseconds */
    ProgressNotes(Journal journal, ActionRow row, LongSupplier clock) {
        this.journal = journal;
        this.row = row;
        this.clock = clock;
        last = clock.getAsLong();
    }

    @Override
    public void at(long done, long total) {
        long now = clock.getAsLong();
        if (now - last < EVERY.toNanos()) {
            return;
        }
        last = now;
        journal.underWay(row, done + " of " + total + " bytes (" + 100 * done / Math.max(1, total) + " %)");
    }
}
