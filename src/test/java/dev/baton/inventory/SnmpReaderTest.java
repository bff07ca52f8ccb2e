package dev.baton.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnmpReaderTest {

    private static final String CREDENTIALS = """
            credentials:
              - {name: ro, type: snmp-community, community: "env:RO"}
              - {name: rw, type: snmp-community, community: "env:RW", writable: true}
              - {name: open, type: snmp-v3, username: anybody, level: noAuthNoPriv}
              - {name: old, type: snmp-v3, username: old, auth: {protocol: MD5, secret: "env:A"}, privacy: {protocol: DES, secret: "env:P"}}
              - {name: cisco, type: snmp-v3, username: c, auth: {protocol: SHA, secret: "env:A"}, privacy: {protocol: AES-256-C, secret: "env:P"}}
            """;

    @TempDir
    Path folder;

    @Test
    void theVersionFollowsTheCredentialUnlessItIsGiven() throws IOException {
        assertThat(access("credential: ro").version()).isEqualTo(SnmpVersion.V2C);
        assertThat(access("credential: ro, version: 1").version()).isEqualTo(SnmpVersion.V1);
        assertThat(access("credential: cisco").version()).isEqualTo(SnmpVersion.V3);
        assertThat(faults("credential: cisco, version: 2c"))
                .singleElement()
                .asString()
                .contains("version is 1 or 2c with an snmp-community and 3 with an snmp-v3 credential");
    }

    @Test
    void aCommunityIsWritableOnlyWhenItSaysSo() throws IOException {
        assertThat(access("credential: ro").credential())
                .isInstanceOfSatisfying(
                        Credential.SnmpCommunity.class,
                        ro -> assertThat(ro.writable()).isFalse());
        assertThat(access("credential: rw").credential())
                .isInstanceOfSatisfying(
                        Credential.SnmpCommunity.class,
                        rw -> assertThat(rw.writable()).isTrue());
    }

    @Test
    void aUserWithoutAuthenticationSaysSo() throws IOException {
        assertThat(access("credential: open").credential())
                .isInstanceOfSatisfying(
                        Credential.SnmpUser.class,
                        user -> assertThat(user.auth()).isNull());
        assertThat(faults("credential: ro", "  - {name: bad, type: snmp-v3, username: x}"))
                .singleElement()
                .asString()
                .contains("level: noAuthNoPriv");
        assertThat(faults("credential: ro", "  - {name: bad, type: snmp-v3, username: x, level: low}"))
                .anySatisfy(fault -> assertThat(fault).contains("level takes only noAuthNoPriv"));
    }

    @Test
    void oldProtocolsNeedALastDay() throws IOException {
        assertThat(access("credential: old, legacy-until: 2027-06-30").legacyUntil())
                .isEqualTo(LocalDate.of(2027, 6, 30));
        assertThat(faults("credential: old"))
                .hasSize(2)
                .allSatisfy(fault ->
                        assertThat(fault).contains("the credential old uses").contains("legacy-until"));
        assertThat(faults("credential: old, legacy-until: soon"))
                .singleElement()
                .asString()
                .contains("legacy-until is a date such as 2027-06-30, not soon");
    }

    private SnmpAccess access(String snmp) throws IOException {
        return Inventories.read(write(snmp, "")).get("box").snmp();
    }

    private List<String> faults(String snmp, String... credentials) throws IOException {
        Path file = write(snmp, String.join("\n", credentials));
        return catchThrowableOfType(
                        BadInventoryException.class, () -> new InventoryReader(FixedDialects.USUAL).read(List.of(file)))
                .faults()
                .stream()
                .map(BadInventoryException.Fault::reason)
                .toList();
    }

    private Path write(String snmp, String credentials) throws IOException {
        return Files.writeString(
                folder.resolve("inventory.yaml"),
                "devices: [{name: box, address: 192.0.2.1, platform: linux, snmp: {" + snmp + "}}]\n" + CREDENTIALS
                        + credentials + "\n");
    }
}
