package dev.baton.device.snmp.usm;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Engine ids in memory, for tests. */
public final class TestEngines implements EngineStore {

    private final List<KnownEngine> saved = new CopyOnWriteArrayList<>();

    @Override
    public List<KnownEngine> all() {
        return List.copyOf(saved);
    }

    @Override
    public void save(List<KnownEngine> engines) {
        for (KnownEngine engine : engines) {
            saved.removeIf(other -> other.device().equals(engine.device()));
            saved.add(engine);
        }
    }

    /** What a node knows that has just started. */
    public EngineIds afterRestart() {
        return new EngineIds(this);
    }
}
