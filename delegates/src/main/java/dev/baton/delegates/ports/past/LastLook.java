package dev.baton.delegates.ports.past;

import dev.baton.action.Observation;
import dev.baton.action.Observations.Seen;
import dev.baton.delegates.ports.read.PortTable;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the last look at a device has seen of its ports.
 *
 * @param upTime sysUpTime of then, in hundredths of a second
 */
public record LastLook(Instant at, long upTime, Map<String, PortMemory> ports) {

    public static final String KIND = "ports";
    private static final long UP_TIME_WRAP = 1L << 32;
    private static final Duration TOLERANCE = Duration.ofMinutes(1);

    public LastLook {
        ports = Map.copyOf(ports);
    }

    public static Optional<LastLook> of(Optional<Seen> seen) {
        return seen.map(Seen::content).map(content -> {
            Map<String, PortMemory> ports = new LinkedHashMap<>();
            if (content.get("ports") instanceof Map<?, ?> lines) {
                lines.forEach((name, line) -> ports.put(name.toString(), PortMemory.parse(line.toString())));
            }
            return new LastLook(Instant.ofEpochMilli(number(content.get("at"))), number(content.get("upTime")), ports);
        });
    }

    private static long number(@Nullable Object value) {
        return value instanceof Number number ? number.longValue() : 0;
    }

    public Observation observation() {
        Map<String, Object> lines = new LinkedHashMap<>();
        ports.forEach((name, port) -> lines.put(name, port.text()));
        return Observation.latest(KIND, Map.of("at", at.toEpochMilli(), "upTime", upTime, "ports", lines));
    }

    /** Whether the device has started anew since: what it tells of its past begins there. */
    public boolean restartedBefore(PortTable now) {
        Duration here = Duration.between(at, now.readAt());
        Duration there = Duration.ofMillis(Math.floorMod(now.upTime() - upTime, UP_TIME_WRAP) * 10);
        return here.minus(there).abs().compareTo(TOLERANCE.plus(here.dividedBy(10))) > 0;
    }
}
