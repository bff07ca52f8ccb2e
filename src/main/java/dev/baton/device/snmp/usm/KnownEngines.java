package dev.baton.device.snmp.usm;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The known engines by device and by id. */
final class KnownEngines {

    private final Map<String, KnownEngine> byDevice = new ConcurrentHashMap<>();
    private final Map<String, Set<KnownEngine>> byId = new ConcurrentHashMap<>();

    Optional<KnownEngine> of(String device) {
        return Optional.ofNullable(byDevice.get(device));
    }

    /** @return what was known of the device before */
    @Nullable
    KnownEngine put(KnownEngine engine) {
        KnownEngine before = byDevice.put(engine.device(), engine);
        if (before != null) {
            with(before).remove(before);
        }
        with(engine).add(engine);
        return before;
    }

    /** Other devices elsewhere that answered with the same id. */
    List<KnownEngine> twins(KnownEngine engine) {
        return with(engine).stream()
                .filter(other -> !other.device().equals(engine.device())
                        && !other.address().equals(engine.address()))
                .toList();
    }

    private Set<KnownEngine> with(KnownEngine engine) {
        return byId.computeIfAbsent(engine.engineId(), id -> ConcurrentHashMap.newKeySet());
    }
}
