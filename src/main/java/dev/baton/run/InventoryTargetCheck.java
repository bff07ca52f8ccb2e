package dev.baton.run;

import dev.baton.engine.TargetCheck;
import dev.baton.inventory.BadQueryException;
import dev.baton.inventory.Inventory;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asks the inventory of this moment. */
@Component
final class InventoryTargetCheck implements TargetCheck {

    private final Inventory inventory;

    InventoryTargetCheck(Inventory inventory) {
        this.inventory = inventory;
    }

    @Override
    public Optional<String> complaint(String query) {
        try {
            return inventory.select(query).isEmpty() ? Optional.of(nothing(query)) : Optional.empty();
        } catch (BadQueryException e) {
            return Optional.of("the device query \"" + query + "\" is wrong, " + e.getMessage());
        }
    }

    private static String nothing(String query) {
        return query.isBlank() ? "the inventory has no device" : "no device matches \"" + query + "\"";
    }
}
