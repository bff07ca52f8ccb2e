package dev.baton.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class FileInventoryTest {

    private static final String CREDENTIALS =
            "credentials: [{name: ro, type: snmp-community, community: \"env:COMMUNITY\"},"
                    + " {name: key, type: ssh-key, username: ops, private-key: \"env:KEY\"}]\n";

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void describeTwoDevices() throws IOException {
        file = folder.resolve("inventory.yaml");
        describe(device("a", "192.0.2.1"), device("b", "192.0.2.2"));
    }

    @Test
    void aReloadTellsWhatChanged() throws IOException {
        Inventory inventory = inventory(file);
        describe(device("b", "192.0.2.99"), device("c", "192.0.2.3"));

        InventoryDiff diff = inventory.reload();

        assertThat(diff).isEqualTo(new InventoryDiff(List.of("c"), List.of("a"), List.of("b")));
        assertThat(inventory.devices()).extracting(InventoryDevice::name).containsExactly("b", "c");
        assertThat(inventory.reload()).isEqualTo(new InventoryDiff(List.of(), List.of(), List.of()));
    }

    @Test
    void aReloadTellsWhichDevicesAreReachedAnotherWay() throws IOException {
        describe(host("a", ""), host("b", ""), host("c", ", jump: a"), host("d", ", jump: c"));
        Inventory inventory = inventory(file);
        describe(host("a", ""), host("b", ""), host("c", ", jump: b"), host("d", ", jump: c"));

        assertThat(inventory.reload()).isEqualTo(new InventoryDiff(List.of(), List.of(), List.of("c", "d")));
    }

    @Test
    void aRefusedFileLeavesTheInventoryAsItWas() throws IOException {
        Inventory inventory = inventory(file);
        describe(device("a", "192.0.2.1"), "  - {name: z}\n");

        assertThatThrownBy(inventory::reload)
                .isInstanceOf(BadInventoryException.class)
                .hasMessageContaining("inventory.yaml:3: address is missing");

        assertThat(inventory.find("b")).isPresent();
        assertThat(inventory.select("name=z")).isEmpty();
    }

    @Test
    void withoutSettingsTheFilesOfASourceAreRead() {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        InventorySource source = () -> List.of(file);
        beans.addBean("source", source);

        FileInventory inventory = new FileInventory(
                new InventorySettings(List.of(" ")), beans.getBeanProvider(InventorySource.class), FixedDialects.USUAL);

        assertThat(inventory.devices()).hasSize(2);
    }

    @Test
    void withoutSettingsAndSourceTheInventoryIsEmpty() {
        assertThat(inventory().devices()).isEmpty();
    }

    private static Inventory inventory(Path... files) {
        return new FileInventory(
                new InventorySettings(
                        List.of(files).stream().map(Path::toString).toList()),
                new StaticListableBeanFactory().getBeanProvider(InventorySource.class),
                FixedDialects.USUAL);
    }

    private void describe(String... devices) throws IOException {
        Files.writeString(file, "devices:\n" + String.join("", devices) + CREDENTIALS);
    }

    private static String host(String name, String jump) {
        return "  - {name: %s, address: 192.0.2.1, platform: frr, ssh: {credential: key, host-key: \"SHA256:%s\"%s}}\n"
                .formatted(name, "a".repeat(43), jump);
    }

    private static String device(String name, String address) {
        return "  - {name: " + name + ", address: " + address + ", platform: frr, snmp: {credential: ro}}\n";
    }
}
