package dev.baton.testing;

import dev.baton.action.Observation;
import dev.baton.action.Observations;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What was seen last of each device, in memory. */
public final class LastSeen implements Observations {

    private final Map<String, Map<String, Seen>> seen = new HashMap<>();

    public void keep(String device, Observation observation) {
        seen.computeIfAbsent(observation.kind(), kind -> new HashMap<>())
                .put(device, new Seen(observation.content(), Instant.EPOCH, Instant.EPOCH, "RUN-000042"));
    }

    @Override
    public Optional<Seen> latest(String device, String kind) {
        return Optional.ofNullable(latest(kind).get(device));
    }

    @Override
    public List<Seen> history(String device, String kind, int most) {
        return latest(device, kind).stream().collect(Collectors.toList());
    }

    @Override
    public Map<String, Seen> latest(String kind) {
        return seen.getOrDefault(kind, Map.of());
    }
}
