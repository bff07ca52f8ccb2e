package dev.baton.inventory;

import java.nio.file.Path;
import java.util.List;

/** Offers inventory files for an installation whose settings name none. */
public interface InventorySource {

    /** The files, ready to be read; what they describe can be reached from now on. */
    List<Path> files();
}
