package dev.baton.inventory;

import dev.baton.action.Relations;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The relations that the inventory has now. */
@Component
final class InventoryRelations implements Relations {

    private static final String CONTROLLER = "bmc-of-";

    private final Inventory inventory;

    InventoryRelations(Inventory inventory) {
        this.inventory = inventory;
    }

    @Override
    public List<String> dependsOn(String device) {
        return inventory.find(device).map(InventoryDevice::dependsOn).orElse(List.of());
    }

    @Override
    public Optional<String> controllerOf(String device) {
        return inventory.devices().stream()
                .filter(other -> other.device().tags().contains(CONTROLLER + device))
                .map(InventoryDevice::name)
                .findFirst();
    }
}
