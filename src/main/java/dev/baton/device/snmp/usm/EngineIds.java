package dev.baton.device.snmp.usm;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
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
public class EngineIds implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EngineIds.class);
    private static final HexFormat HEX = HexFormat.of();
    private static final long LAST_SAVE_MILLIS = 10_000;

    private final EngineStore store;
    private final Queue<KnownEngine> unsaved = new ConcurrentLinkedQueue<>();
    // Beside the caller, who may be the thread that reads the answers of all devices.
    private final ExecutorService saver = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "snmp-engines");
        thread.setDaemon(true);
        return thread;
    });
    private volatile @Nullable KnownEngines engines;

    EngineIds(EngineStore store) {
        this.store = store;
    }

    /** The engine id that the device had at this address. */
    public Optional<byte[]> find(String device, String address) {
        return known().of(device)
                .filter(engine -> engine.address().equals(address))
                .map(engine -> HEX.parseHex(engine.engineId()));
    }

    /** Keeps what a device has answered; what is learned together is saved together, a moment later. */
    public void learned(String device, String address, byte[] engineId) {
        KnownEngine engine = new KnownEngine(device, address, HEX.formatHex(engineId));
        KnownEngine before = known().put(engine);
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
        known().twins(engine)
                .forEach(other -> LOG.warn(
                        "{} at {} and {} at {} have the same SNMP engine id {}: give one of them another",
                        device,
                        address,
                        other.device(),
                        other.address(),
                        engine.engineId()));
        unsaved.add(engine);
        saver.execute(this::save);
    }

    private void save() {
        List<KnownEngine> batch = new ArrayList<>();
        for (KnownEngine engine = unsaved.poll(); engine != null; engine = unsaved.poll()) {
            batch.add(engine);
        }
        try {
            store.save(batch);
        } catch (DataAccessException e) {
            LOG.warn("{} SNMP engine ids are not kept over a restart: {}", batch.size(), e.getMessage());
        }
    }

    private KnownEngines known() {
        KnownEngines current = engines;
        return current == null ? load() : current;
    }

    private synchronized KnownEngines load() {
        KnownEngines current = engines;
        if (current == null) {
            current = new KnownEngines();
            try {
                store.all().forEach(current::put);
            } catch (DataAccessException e) {
                LOG.warn("the SNMP engine ids of earlier are not known, devices are asked again: {}", e.getMessage());
            }
            engines = current;
        }
        return current;
    }

    /** Saves what is not saved yet. */
    @Override
    public void close() {
        saver.shutdown();
        try {
            saver.awaitTermination(LAST_SAVE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
