package dev.baton.inventory;

import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;

/** Reads inventory files for tests of other packages. */
public final class Inventories {

    private Inventories() {}

    public static SortedMap<String, InventoryDevice> read(Path... files) {
        return new InventoryReader(FixedDialects.WITH_THOSE_OF_THE_LAB)
                .read(List.of(files))
                .devices();
    }
}
