package dev.baton.testing;

import dev.baton.action.Observation;
import dev.baton.action.Observations;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Observations in memory, with the times that a test gives them. */
public final class RememberedObservations implements Observations {

    private final Map<String, Map<String, List<Seen>>> byKindAndDevice = new TreeMap<>();

    /** As the runner keeps what an action has seen. */
    public void keep(String device, Observation observation, Instant at) {
        List<Seen> all = byKindAndDevice
                .computeIfAbsent(observation.kind(), kind -> new TreeMap<>())
                .computeIfAbsent(device, name -> new ArrayList<>());
        if (!observation.history()) {
            all.clear();
        }
        all.add(0, new Seen(observation.content(), at, at, "RUN-000042"));
    }

    @Override
    public Optional<Seen> latest(String device, String kind) {
        return history(device, kind, 1).stream().findFirst();
    }

    @Override
    public List<Seen> history(String device, String kind, int most) {
        return byKindAndDevice.getOrDefault(kind, Map.of()).getOrDefault(device, List.of()).stream()
                .limit(most)
                .toList();
    }

    @Override
    public Map<String, Seen> latest(String kind) {
        Map<String, Seen> latest = new TreeMap<>();
        byKindAndDevice.getOrDefault(kind, Map.of()).forEach((device, all) -> latest.put(device, all.get(0)));
        return latest;
    }
}
