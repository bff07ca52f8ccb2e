package dev.baton.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.action.Criticality;
import dev.baton.action.Device;
import dev.baton.action.TargetSets.TargetSet;
import dev.baton.inventory.Inventory;
import dev.baton.inventory.InventoryDevice;
import dev.baton.testing.TestDatabase;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

/** Target sets in a database that a test chooses. */
abstract class TargetSetsContract {

    abstract TestDatabase database();

    @Test
    void aFrozenSetKeepsItsDevicesInTheirOrder() {
        StoredTargetSets sets = new StoredTargetSets(database().jdbc(), Mockito.mock(Inventory.class));

        TargetSet set = sets.freeze("run", List.of("web-02", "web-01", "db-ö"));

        assertThat(sets.get(set.id()).devices()).containsExactly("web-02", "web-01", "db-ö");
    }

    @Test
    void theWavesToldBeforeAreThoseThatAreTaken() {
        Inventory inventory = Mockito.mock(Inventory.class);
        for (String name : List.of("a1", "a2", "b1", "c1")) {
            InventoryDevice device = Mockito.mock(InventoryDevice.class);
            Mockito.when(device.device()).thenReturn(member(name, name.substring(0, 1)));
            Mockito.when(inventory.find(name)).thenReturn(Optional.of(device));
        }
        StoredTargetSets sets = new StoredTargetSets(database().jdbc(), inventory);
        String set = sets.freeze("run", List.of("a1", "a2", "b1", "c1")).id();

        List<List<String>> waves = sets.batches(set, "2, rest");

        assertThat(waves).containsExactly(List.of("a1", "b1"), List.of("a2", "c1"));
        assertThat(sets.nextBatch("run", set, "2, rest").orElseThrow().devices())
                .isEqualTo(waves.get(0));
        assertThat(sets.nextBatch("run", set, "2, rest").orElseThrow().devices())
                .isEqualTo(waves.get(1));
        assertThat(sets.nextBatch("run", set, "2, rest")).isEmpty();
    }

    private static Device member(String name, String group) {
        return new Device(name, "192.0.2.1", "linux", null, null, Set.of(), Criticality.LOW, group, false);
    }
}
