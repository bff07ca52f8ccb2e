package dev.baton.observation;

import dev.baton.action.Observation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/**
 * What earlier looks saw last, the same for an action from the rendering of its commands to its end: what others see meanwhile
 * changes neither its commands nor what it makes of the answers.
 */
@Primary
@Component
public class SteadyObservations implements KeptObservations {

    private final KeptObservations stored;
    private final ThreadLocal<@Nullable Map<List<String>, Optional<Seen>>> asked = new ThreadLocal<>();

    @Autowired
    SteadyObservations(StoredObservations stored) {
        this((KeptObservations) stored);
    }

    public SteadyObservations(KeptObservations stored) {
        this.stored = stored;
    }

    /** Does the work of one action, on this thread. */
    public <T> T during(Supplier<T> action) {
        asked.set(new HashMap<>());
        try {
            return action.get();
        } finally {
            asked.remove();
        }
    }

    @Override
    public Optional<Seen> latest(String device, String kind) {
        Map<List<String>, Optional<Seen>> known = asked.get();
        return known == null
                ? stored.latest(device, kind)
                : known.computeIfAbsent(List.of(device, kind), question -> stored.latest(device, kind));
    }

    @Override
    public List<Seen> history(String device, String kind, int most) {
        return stored.history(device, kind, most);
    }

    @Override
    public Map<String, Seen> latest(String kind) {
        return stored.latest(kind);
    }

    @Override
    public void keep(String run, String device, List<Observation> seen) {
        stored.keep(run, device, seen);
    }
}
