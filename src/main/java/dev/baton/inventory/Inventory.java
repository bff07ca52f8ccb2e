package dev.baton.inventory;

import java.util.List;
import java.util.Optional;

/** The devices that Baton knows now. */
public interface Inventory {

    /** All devices by name. */
    List<InventoryDevice> devices();

    Optional<InventoryDevice> find(String name);

    /** A credential by its name, for what no device's own access names. */
    Optional<Credential> credential(String name);

    /**
     * The devices that match, by name.
     *
     * @param query e.g. {@code site=ams1 and role in (core-switch, edge) and tag=production}; empty for all
     * @throws BadQueryException with the position and what was expected
     */
    List<InventoryDevice> select(String query);

    /** Reads the files again. @throws BadInventoryException with file, line and reason; the inventory stays as it was */
    InventoryDiff reload();
}
