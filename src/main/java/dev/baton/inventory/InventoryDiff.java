package dev.baton.inventory;

import java.util.List;

/** What a reload changed, by device name. */
public record InventoryDiff(List<String> added, List<String> removed, List<String> changed) {

    public InventoryDiff {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        changed = List.copyOf(changed);
    }
}
