package dev.baton.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.action.TargetSets.TargetSet;
import dev.baton.inventory.Inventory;
import dev.baton.testing.TestDatabase;
import java.util.List;
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
}
