package dev.baton.runner;

import dev.baton.inventory.ChangeWindow;
import dev.baton.inventory.InventoryDevice;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Lets an action of one step begin to change its device while one of the device's change windows is open, and says until when the
 * others wait. What an earlier try may have begun is brought to its end all the same.
 */
final class WindowGate {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("EEE d MMM HH:mm VV", Locale.ENGLISH);

    private final Journal journal;
    private final InstantSource clock;
    private final boolean open;
    private @Nullable Instant opens;

    /** @param open whether windows are passed over */
    WindowGate(Journal journal, InstantSource clock, boolean open) {
        this.journal = journal;
        this.clock = clock;
        this.open = open;
    }

    /** Whether the action has to wait; the journal then says for which window. */
    boolean isClosed(InventoryDevice device, ActionRow row) {
        List<ChangeWindow> windows = device.windows();
        Instant now = clock.instant();
        if (open
                || windows.isEmpty()
                || !row.effect().changes()
                || row.doubtful()
                || windows.stream().anyMatch(window -> window.isOpenAt(now))) {
            return false;
        }
        ChangeWindow next = ChangeWindow.first(windows, now);
        Instant opening = next.opensAfter(now);
        journal.waiting(row, "its change window " + next.name() + " until " + WHEN.format(opening.atZone(next.zone())));
        wait(opening);
        return true;
    }

    private synchronized void wait(Instant opening) {
        if (opens == null || opening.isBefore(opens)) {
            opens = opening;
        }
    }

    /** When the first of those that wait may begin; null when none waits. */
    synchronized @Nullable Instant opens() {
        return opens;
    }
}
