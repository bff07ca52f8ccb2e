package dev.baton.device.snmp.usm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

class JdbcEngineStoreTest {

    private final JdbcEngineStore store = new JdbcEngineStore(TestDatabase.h2().jdbc());

    @Test
    void theLastEngineOfEachDeviceIsKept() {
        store.save(List.of(
                new KnownEngine("core-sw1", "192.0.2.1/161", "80000001"),
                new KnownEngine("core-sw2", "192.0.2.2/161", "80000002")));
        store.save(List.of(new KnownEngine("core-sw1", "192.0.2.9/161", "80000003")));

        assertThat(store.all())
                .containsExactlyInAnyOrder(
                        new KnownEngine("core-sw1", "192.0.2.9/161", "80000003"),
                        new KnownEngine("core-sw2", "192.0.2.2/161", "80000002"));
    }
}
