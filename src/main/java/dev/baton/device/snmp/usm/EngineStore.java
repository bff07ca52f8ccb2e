package dev.baton.device.snmp.usm;

import java.util.List;

/** Keeps engine ids over restarts, for all nodes. */
public interface EngineStore {

    List<KnownEngine> all();

    void save(List<KnownEngine> engines);
}
