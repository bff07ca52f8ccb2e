package dev.baton.device.snmp.usm;

import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Which SNMPv3 engine answers for which device. Two devices with one engine id, usually a cloned image, share keys and clock
 * in SNMPv3's eyes and refuse requests at random, so that is told.
 */
@Component
public class EngineIds {

    private static final Logger LOG = LoggerFactory.getLogger(EngineIds.class);
    private static final HexFormat HEX = HexFormat.of();

    private final EngineStore store;
    private volatile @Nullable Map<String, KnownEngine> byDevice;

    EngineIds(EngineStore store) {
        this.store = store;
    }

    /** The engine id that the device had at this address. */
    public Optional<byte[]> find(String device, String address) {
        return Optional.ofNullable(known().get(device))
                .filter(engine -> engine.address().equals(address))
                .map(engine -> HEX.parseHex(engine.engineId()));
    }

    /** Keeps what a device has answered. */
    public void learned(String device, String address, byte[] engineId) {
        KnownEngine engine = new KnownEngine(device, address, HEX.formatHex(engineId));
        KnownEngine before = known().put(device, engine);
        if (engine.equals(before)) {
            return;
        }
        if (before != null && !before.engineId().equals(engine.engineId())) {
            LOG.warn(
                    "{} at {} answers with the SNMP engine id {}, before it was {}: was it replaced?",
                    device,
                    address,
                    engine.engineId(),
                    before.engineId());
        }
        known().values().stream()
                .filter(other -> other.engineId().equals(engine.engineId()))
                .filter(other ->
                        !other.device().equals(device) && !other.address().equals(address))
                .forEach(other -> LOG.warn(
                        "{} at {} and {} at {} have the same SNMP engine id {}: give one of them another",
                        device,
                        address,
                        other.device(),
                        other.address(),
                        engine.engineId()));
        try {
            store.save(engine);
        } catch (DataAccessException e) {
            LOG.warn("the SNMP engine id of {} is not kept over a restart: {}", device, e.getMessage());
        }
    }

    private Map<String, KnownEngine> known() {
        Map<String, KnownEngine> current = byDevice;
        return current == null ? load() : current;
    }

    private synchronized Map<String, KnownEngine> load() {
        Map<String, KnownEngine> current = byDevice;
        if (current == null) {
            Map<String, KnownEngine> loaded = new ConcurrentHashMap<>();
            try {
                store.all().forEach(engine -> loaded.put(engine.device(), engine));
            } catch (DataAccessException e) {
                LOG.warn("the SNMP engine ids of earlier are not known, devices are asked again: {}", e.getMessage());
            }
            byDevice = loaded;
            current = loaded;
        }
        return current;
    }
}
