package dev.baton.device.snmp.usm;

import java.util.ArrayList;
import java.util.List;

/** Engine ids in memory, for tests. */
public final class TestEngines implements EngineStore {

    private final List<KnownEngine> saved = new ArrayList<>();

    @Override
    public List<KnownEngine> all() {
        return List.copyOf(saved);
    }

    @Override
    public void save(KnownEngine engine) {
        saved.removeIf(other -> other.device().equals(engine.device()));
        saved.add(engine);
    }

    /** What a node knows that has just started. */
    public EngineIds afterRestart() {
        return new EngineIds(this);
    }
}
