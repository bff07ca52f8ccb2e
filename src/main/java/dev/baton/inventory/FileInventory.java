package dev.baton.inventory;

import dev.baton.action.Dialects;
import dev.baton.inventory.InventoryReader.Contents;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The inventory of the YAML files that the settings name, or that a source offers when they name none. */
@Component
final class FileInventory implements Inventory {

    private static final Logger LOG = LoggerFactory.getLogger(FileInventory.class);

    private final List<Path> files;
    private final InventoryReader reader;
    private volatile Contents contents;

    FileInventory(InventorySettings settings, ObjectProvider<InventorySource> sources, Dialects dialects) {
        this.files = settings.inventory().isEmpty()
                ? sources.stream().flatMap(source -> source.files().stream()).toList()
                : settings.inventory().stream().map(Path::of).toList();
        this.reader = new InventoryReader(dialects);
        this.contents = reader.read(files);
        LOG.info("The inventory has {} devices, from {}", contents.devices().size(), files);
    }

    @Override
    public List<InventoryDevice> devices() {
        return List.copyOf(contents.devices().values());
    }

    @Override
    public Optional<InventoryDevice> find(String name) {
        return Optional.ofNullable(contents.devices().get(name));
    }

    @Override
    public Optional<Credential> credential(String name) {
        return Optional.ofNullable(contents.credentials().get(name));
    }

    @Override
    public List<InventoryDevice> select(String query) {
        SortedMap<String, InventoryDevice> now = contents.devices();
        Predicate<InventoryDevice> wanted = DeviceQuery.parse(query, now::containsKey);
        return now.values().stream().filter(wanted).toList();
    }

    @Override
    public synchronized InventoryDiff reload() {
        SortedMap<String, InventoryDevice> before = contents.devices();
        Contents fresh = reader.read(files);
        SortedMap<String, InventoryDevice> after = fresh.devices();
        contents = fresh;
        InventoryDiff diff = new InventoryDiff(
                after.keySet().stream()
                        .filter(name -> !before.containsKey(name))
                        .toList(),
                before.keySet().stream()
                        .filter(name -> !after.containsKey(name))
                        .toList(),
                after.entrySet().stream()
                        .filter(entry -> before.containsKey(entry.getKey())
                                && !entry.getValue().equals(before.get(entry.getKey())))
                        .map(entry -> entry.getKey())
                        .toList());
        LOG.info(
                "The inventory was read again: {} added, {} removed, {} changed",
                diff.added().size(),
                diff.removed().size(),
                diff.changed().size());
        return diff;
    }
}
