package dev.baton.delegates.ports.past;

import dev.baton.delegates.ports.read.Port;
import dev.baton.delegates.ports.read.PortTable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The changes of a port's state that were noticed within the last three hours.
 *
 * @param noticed when, in seconds of the epoch; one that came back to the same state counts twice
 */
public record Changes(List<Long> noticed) {

    private static final Duration WINDOW = Duration.ofHours(3);
    private static final int MOST = 20;

    public Changes {
        noticed = List.copyOf(noticed.subList(Math.max(0, noticed.size() - MOST), noticed.size()));
    }

    public static Changes of(Port port, @Nullable PortMemory before, PortTable now, boolean restarted) {
        if (before == null) {
            return new Changes(List.of());
        }
        long at = now.readAt().getEpochSecond();
        List<Long> noticed = new ArrayList<>(before.changes());
        noticed.removeIf(earlier -> earlier < at - WINDOW.toSeconds());
        if (!restarted) {
            int times = times(port, before, now);
            for (int i = 0; i < times; i++) {
                noticed.add(at);
            }
        }
        return new Changes(noticed);
    }

    /** An agent that gives the time of the question as that of the last change tells nothing by it. */
    private static int times(Port port, PortMemory before, PortTable now) {
        if (!before.oper().equals(port.oper())) {
            return 1;
        }
        boolean told = before.lastChange() >= 0 && now.secondsSinceChange(port) > 1;
        return told && before.lastChange() != port.lastChange() ? 2 : 0;
    }

    public int count() {
        return noticed.size();
    }
}
