package dev.baton.inventory;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the devices are described.
 *
 * @param inventory the plain setting {@code baton.inventory}: YAML files, separated by commas
 */
@ConfigurationProperties("baton")
record InventorySettings(@DefaultValue List<String> inventory) {

    InventorySettings {
        inventory = inventory.stream()
                .map(String::strip)
                .filter(file -> !file.isEmpty())
                .toList();
    }
}
