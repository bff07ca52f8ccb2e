package dev.baton.lab.network;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Changes of a device that are not certain yet: candidates of sessions, and what runs until somebody confirms it. */
final class Changes {

    private final Map<String, RunningConfig> candidates = new HashMap<>();
    private @Nullable Pending pending;

    synchronized RunningConfig candidate(String session, RunningConfig running) {
        return candidates.computeIfAbsent(session, name -> running.copy());
    }

    synchronized void discard(String session) {
        candidates.remove(session);
    }

    /** From now on the earlier configuration comes back after a time. @return whether no other change waits */
    synchronized boolean await(String name, RunningConfig before, Instant now, Duration time) {
        if (pending != null) {
            return false;
        }
        pending = new Pending(name, before, now.plus(time));
        return true;
    }

    synchronized boolean confirm(String name) {
        boolean waits = pending != null && pending.name().equals(name);
        pending = waits ? null : pending;
        return waits;
    }

    /** What ran before the change of this name, if it waits. */
    synchronized Optional<RunningConfig> takeBack(String name) {
        Pending waiting = pending;
        return waiting != null && confirm(name) ? Optional.of(waiting.before()) : Optional.empty();
    }

    /** What ran before a change whose time is over. */
    synchronized Optional<RunningConfig> due(Instant now) {
        Pending waiting = pending;
        return waiting != null && now.isAfter(waiting.end()) ? takeBack(waiting.name()) : Optional.empty();
    }

    private record Pending(String name, RunningConfig before, Instant end) {}
}
