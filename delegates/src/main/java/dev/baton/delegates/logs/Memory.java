package dev.baton.delegates.logs;

import dev.baton.action.Observation;
import dev.baton.action.Observations.Seen;
import dev.baton.delegates.logs.drive.Drive;
import dev.baton.delegates.logs.drive.Drives;
import dev.baton.delegates.logs.source.Bookmarks;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How far the logs of a device were read, and what they have said of its drives. It is kept together with the outcome. */
final class Memory {

    static final String KIND = "drive-logs";

    /** A host has no more drives under suspicion at once; lines about others are still read and counted. */
    private static final int MOST_DRIVES = 200;

    private final Map<String, Evidence> drives = new LinkedHashMap<>();

    private Memory() {}

    static Bookmarks bookmarks(Optional<Seen> seen) {
        return seen.map(Seen::content)
                .map(content -> content.get("bookmarks"))
                .filter(Map.class::isInstance)
                .map(bookmarks -> Bookmarks.of((Map<?, ?>) bookmarks))
                .orElse(Bookmarks.NONE);
    }

    static Memory of(Optional<Seen> seen) {
        return of(seen.map(Seen::content).map(content -> content.get("drives")).orElse(List.of()));
    }

    /** Reads what {@link #content} wrote. */
    static Memory of(Object drives) {
        Memory memory = new Memory();
        if (drives instanceof List<?> list) {
            list.stream()
                    .filter(Map.class::isInstance)
                    .map(drive -> Evidence.of((Map<?, ?>) drive))
                    .forEach(evidence -> memory.drives.put(evidence.drive().part(), evidence));
        }
        return memory;
    }

    /** What is known of this drive; empty when too many are known already. */
    Optional<Evidence> of(Drive drive, Instant now) {
        if (drives.size() >= MOST_DRIVES && !drives.containsKey(drive.part())) {
            return Optional.empty();
        }
        return Optional.of(drives.computeIfAbsent(drive.part(), part -> new Evidence(drive, now)));
    }

    /** Drops the drives that were quiet for long, and those in whose place another one sits now. */
    void forget(Drives present, Instant now, Duration memory) {
        drives.values()
                .removeIf(evidence -> evidence.last().plus(memory).isBefore(now)
                        || present.replaced(
                                evidence.drive().serial(),
                                evidence.drive().bay(),
                                evidence.drive().hctl()));
    }

    Collection<Evidence> drives() {
        return drives.values();
    }

    List<Map<String, Object>> content() {
        return drives.values().stream().map(Evidence::content).toList();
    }

    Observation kept(Bookmarks bookmarks, OtherHosts others) {
        return Observation.latest(
                KIND, Map.of("bookmarks", bookmarks.content(), "drives", content(), "hosts", others.content()));
    }
}
