package dev.baton.lab;

import dev.baton.inventory.InventorySource;
import dev.baton.lab.machine.DeviceLog;
import dev.baton.lab.ssh.Threads;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Simulated devices on loopback, started when an inventory is asked for and stopped with the application. */
@Component
@ConditionalOnBooleanProperty(name = "baton.lab.enabled", matchIfMissing = true)
public final class Lab implements InventorySource, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Lab.class);

    private final LabSettings settings;
    private final List<LabDevice> devices = new ArrayList<>();
    private final Threads threads = new Threads();
    private List<Path> files = List.of();

    public Lab(LabSettings settings) {
        this.settings = settings;
    }

    /** Starts the devices at the first call. */
    @Override
    public synchronized List<Path> files() {
        if (files.isEmpty()) {
            files = List.of(start());
        }
        return files;
    }

    /** Whether the devices run; they do not when the settings name an inventory. */
    public synchronized boolean isRunning() {
        return !files.isEmpty();
    }

    /** Everything that reached a device, in its order. */
    public synchronized List<DeviceLog.Line> log(String device) {
        return devices.stream()
                .filter(candidate -> candidate.member().name().equals(device))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the lab has no device " + device))
                .log()
                .lines();
    }

    @Override
    public synchronized void close() {
        devices.forEach(LabDevice::close);
        devices.clear();
        threads.close();
    }

    private Path start() {
        long began = System.nanoTime();
        Fleet fleet = Fleet.read().withExtraHosts(settings.extraHosts());
        LabFolder folder = new LabFolder(settings.folder());
        LabCredentials credentials = new LabCredentials(folder);
        LabPorts ports = new LabPorts(folder);
        Path logs = logFolder();
        for (Fleet.Member member : fleet.devices()) {
            devices.add(new LabDevice(member, folder, ports, credentials, threads, logs));
        }
        ports.save();
        Path inventory = LabInventory.write(folder, fleet, devices, credentials);
        LOG.info(
                "The lab simulates {} devices, started in {} ms; how to reach them is in {}",
                devices.size(),
                Duration.ofNanos(System.nanoTime() - began).toMillis(),
                inventory);
        return inventory;
    }

    private @Nullable Path logFolder() {
        Path folder = settings.logFolder();
        if (folder == null) {
            return null;
        }
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("the lab cannot keep its logs in " + folder, e);
        }
    }
}
