package dev.baton.delegates.link;

import dev.baton.action.Observation;
import dev.baton.action.Observations;
import dev.baton.action.Observations.Seen;
import dev.baton.delegates.link.read.Neighbour;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Who was seen last on each port of a device. */
record KnownNeighbours(Map<String, Neighbour> byPort) {

    private static final String KIND = "neighbours";

    KnownNeighbours {
        byPort = Map.copyOf(byPort);
    }

    static KnownNeighbours of(Observations observations, String device) {
        Map<String, Neighbour> known = new HashMap<>();
        observations
                .latest(device, KIND)
                .map(Seen::content)
                .orElse(Map.of())
                .forEach((port, text) -> known.put(port, Neighbour.parse(text.toString())));
        return new KnownNeighbours(known);
    }

    /** Whoever announces itself now takes the place of who did before. */
    KnownNeighbours with(Map<String, Neighbour> live) {
        Map<String, Neighbour> both = new HashMap<>(byPort);
        both.putAll(live);
        return new KnownNeighbours(both);
    }

    Optional<Neighbour> at(String port) {
        return Optional.ofNullable(byPort.get(port.toLowerCase(Locale.ROOT)));
    }

    Observation observation() {
        Map<String, Object> lines = new HashMap<>();
        byPort.forEach((port, neighbour) -> lines.put(port, neighbour.text()));
        return Observation.latest(KIND, lines);
    }
}
