package dev.baton.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.baton.inventory.Credential;
import dev.baton.inventory.Inventory;
import dev.baton.inventory.InventoryDevice;
import dev.baton.inventory.SnmpAccess;
import dev.baton.secret.SecretReference;
import dev.baton.testing.Devices;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InventoryTargetCheckTest {

    private static final Set<String> SETTING = Set.of("chooseTargets", "writeSnmp");

    private final Inventory inventory = mock(Inventory.class);
    private final InventoryTargetCheck check = new InventoryTargetCheck(inventory);

    @Test
    void whatSetsOverSnmpIsNotStartedOnADeviceWithOnlyAReadOnlyCommunity() {
        when(inventory.select("tag=a")).thenReturn(List.of(community(false), community(true)));

        assertThat(check.complaint("tag=a", SETTING))
                .hasValueSatisfying(text -> assertThat(text)
                        .contains(
                                "of 2 devices 1 have only a community",
                                "clear text",
                                "set anything: box1;",
                                "snmp-v3"));
        assertThat(check.complaint("tag=a", Set.of("readSnmp"))).isEmpty();
    }

    @Test
    void onDevicesThatMayBeSetItIs() {
        when(inventory.select("tag=a")).thenReturn(List.of(community(true), user(), Devices.plain("linux")));

        assertThat(check.complaint("tag=a", SETTING)).isEmpty();
    }

    @Test
    void ofManyDevicesTenAreNamed() {
        when(inventory.select(""))
                .thenReturn(
                        IntStream.range(0, 12).mapToObj(n -> community(false)).toList());

        assertThat(check.complaint("", SETTING))
                .hasValueSatisfying(text -> assertThat(text).contains(" and 2 more;"));
    }

    private static InventoryDevice community(boolean writable) {
        return over(new Credential.SnmpCommunity("ro", new SecretReference("env:COMMUNITY"), writable));
    }

    private static InventoryDevice user() {
        return over(new Credential.SnmpUser("v3", "baton", null, null));
    }

    private static InventoryDevice over(Credential credential) {
        return new InventoryDevice(Devices.plain("linux").device(), List.of(), null, new SnmpAccess(161, credential));
    }
}
