package dev.baton.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JumpReaderTest {

    private static final String CREDENTIALS = """
            credentials:
              - {name: key, type: ssh-key, username: ops, private-key: "env:KEY"}
              - {name: ro, type: snmp-community, community: "env:COMMUNITY"}
            devices:
            """;

    @TempDir
    Path folder;

    @Test
    void aDeviceMayBeBehindAChainInAnyOrder() throws IOException {
        Map<String, InventoryDevice> devices =
                read(device("core-sw1", ", jump: inner"), device("inner", ", jump: bastion1"), device("bastion1", ""));

        InventoryDevice inner = devices.get("core-sw1").ssh().jump();
        assertThat(inner).isEqualTo(devices.get("inner"));
        assertThat(inner.ssh().jump()).isEqualTo(devices.get("bastion1"));
        assertThat(devices.get("bastion1").ssh().jump()).isNull();
    }

    @Test
    void netconfHasAPortOfItsOwn() throws IOException {
        Map<String, InventoryDevice> devices = read(device("usual", ""), device("other", ", netconf-port: 8300"));

        assertThat(devices.get("usual").overNetconfPort().ssh().port()).isEqualTo(830);
        assertThat(devices.get("other").overNetconfPort().ssh().port()).isEqualTo(8300);
        assertThat(devices.get("other").ssh().port()).isNotEqualTo(8300);
    }

    @Test
    void whatIsNoJumpHostIsRefusedWithItsLine() {
        BadInventoryException refusal = catchThrowableOfType(
                BadInventoryException.class,
                () -> read(
                        device("a", ", jump: nobody"),
                        "  - {name: b, address: 192.0.2.1, platform: frr, snmp: {credential: ro}}\n",
                        device("c", ", jump: b"),
                        device("d", ", jump: e"),
                        device("e", ", jump: f"),
                        device("f", ", jump: e"),
                        device("g", ", jump: g")));

        assertThat(refusal.faults())
                .extracting(fault -> fault.line() + ": " + fault.reason())
                .containsExactly(
                        "5: jump names an unknown device: nobody",
                        "7: jump names a device without ssh: b",
                        "9: the jump hosts go in a loop: e -> f -> e",
                        "10: the jump hosts go in a loop: f -> e -> f",
                        "11: the jump hosts go in a loop: g -> g");
    }

    private Map<String, InventoryDevice> read(String... devices) throws IOException {
        Path file = Files.writeString(folder.resolve("inventory.yaml"), CREDENTIALS + String.join("", devices));
        return new InventoryReader(FixedDialects.USUAL).read(List.of(file)).devices();
    }

    private static String device(String name, String jump) {
        return "  - {name: %s, address: 192.0.2.1, platform: frr, ssh: {credential: key, host-key: \"SHA256:%s\"%s}}\n"
                .formatted(name, "a".repeat(43), jump);
    }
}
