package dev.baton.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.baton.action.Criticality;
import dev.baton.inventory.BadInventoryException.Fault;
import dev.baton.secret.SecretReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InventoryReaderTest {

    private static final String PIN = "SHA256:" + "a".repeat(43);
    private static final String GOOD = """
            sites:
              - {name: ams1, timezone: Europe/Amsterdam}
            devices:
              - name: core-sw1
                address: 192.0.2.10
                platform: cisco_ios
                site: ams1
                role: core-switch
                tags: [production, edge]
                criticality: high
                redundancy-group: core-ams1
                depends-on: [edge-rtr1]
                ssh:  {port: 2222, credential: net-admin, host-key: "PIN"}
                snmp: {credential: snmp-v3, version: 3}
              - {name: edge-rtr1, address: edge.example.net, platform: frr, ssh: {credential: ops-key, host-key: "PIN"}}
            credentials:
              - {name: net-admin, type: ssh-password, username: admin, password: "env:NET_ADMIN_PASSWORD"}
              - {name: ops-key, type: ssh-key, username: ops, private-key: "file:keys/ops.key", certificate: "file:keys/ops-cert.pub", enable: "env:NET_ENABLE"}
              - name: snmp-v3
                type: snmp-v3
                username: baton
                auth: {protocol: SHA-256, secret: "env:SNMP_AUTH"}
                privacy: {protocol: AES-128, secret: "file:/etc/baton/priv"}
              - {name: snmp-ro, type: snmp-community, community: "file:/etc/baton/community"}
            """.replace("PIN", PIN);

    @TempDir
    Path folder;

    @Test
    void aGoodFileBecomesDevicesWithTheWaysToReachThem() throws IOException {
        Path file = write("inventory.yaml", GOOD);

        Map<String, InventoryDevice> devices = reader().read(List.of(file)).devices();

        assertThat(devices).containsOnlyKeys("core-sw1", "edge-rtr1");
        InventoryDevice core = devices.get("core-sw1");
        assertThat(core.device().criticality()).isEqualTo(Criticality.HIGH);
        assertThat(core.device().tags()).containsExactlyInAnyOrder("production", "edge");
        assertThat(core.device().redundancyGroup()).isEqualTo("core-ams1");
        assertThat(core.dependsOn()).containsExactly("edge-rtr1");
        assertThat(core.ssh().port()).isEqualTo(2222);
        assertThat(core.ssh().hostTrust()).isEqualTo(new HostTrust.Pin(PIN));
        assertThat(core.snmp().port()).isEqualTo(161);
        assertThat(core.snmp().credential()).isInstanceOf(Credential.SnmpUser.class);
    }

    @Test
    void aLoginAsRootIsKnown() throws IOException {
        Path file = write("inventory.yaml", GOOD.replace("username: ops", "username: root"));

        Map<String, InventoryDevice> devices = reader().read(List.of(file)).devices();

        assertThat(devices.get("edge-rtr1").device().rootLogin()).isTrue();
        assertThat(devices.get("core-sw1").device().rootLogin()).isFalse();
    }

    @Test
    void filesInReferencesAreRelativeToTheInventoryFile() throws IOException {
        Path file = write("inventory.yaml", GOOD.replace("host-key: \"" + PIN, "known-hosts: \"known_hosts"));
        write("known_hosts", "");

        InventoryDevice router = reader().read(List.of(file)).devices().get("edge-rtr1");

        assertThat(router.ssh().hostTrust()).isEqualTo(new HostTrust.KnownHosts(folder.resolve("known_hosts")));
        assertThat(router.ssh().credential())
                .extracting("privateKey", "certificate")
                .containsExactly(
                        new SecretReference("file:" + folder.resolve("keys/ops.key")),
                        new SecretReference("file:" + folder.resolve("keys/ops-cert.pub")));
    }

    @Test
    void aSecretThatBatonKeepsIsTheDevicesOwnAndBeginsWithAGivenOne() throws IOException {
        Path file = write("inventory.yaml", GOOD.replace("file:keys/ops.key", "store:ops or file:keys/ops.key"));
        Path elsewhere = write("community.yaml", GOOD.replace("file:/etc", "store:snmp or file:/etc"));
        Path literal = write("literal.yaml", GOOD.replace("file:keys/ops.key", "store:ops or sesame"));

        InventoryDevice router = reader().read(List.of(file)).devices().get("edge-rtr1");

        assertThat(router.ssh().credential().login())
                .isEqualTo(SecretReference.stored("ops", "file:" + folder.resolve("keys/ops.key"))
                        .on("edge-rtr1"));
        assertThat(faults(elsewhere))
                .contains(
                        "24: community cannot be kept in the store; only password, private-key," + " enable, sudo can");
        assertThat(faults(literal))
                .containsExactly(
                        "18: private-key must be a reference, env:NAME or file:PATH, and never the secret itself");
    }

    @Test
    void ofAConflictDomainOneDeviceIsChangedAtATime() throws IOException {
        String good = GOOD.replace("depends-on: [edge-rtr1]", "conflict-domain: core-ha");

        Map<String, InventoryDevice> devices =
                reader().read(List.of(write("inventory.yaml", good))).devices();

        assertThat(devices.get("core-sw1").conflictDomain()).isEqualTo("core-ha");
        assertThat(devices.get("edge-rtr1").conflictDomain()).isNull();
    }

    @Test
    void aCredentialMayHaveASecretForAllRights() throws IOException {
        Map<String, InventoryDevice> devices =
                reader().read(List.of(write("inventory.yaml", GOOD))).devices();
        Path literal = write("literal.yaml", GOOD.replace("env:NET_ENABLE", "sesame"));

        assertThat(devices.get("edge-rtr1").ssh().credential().enable())
                .isEqualTo(new SecretReference("env:NET_ENABLE"));
        assertThat(devices.get("core-sw1").ssh().credential().enable()).isNull();
        assertThat(faults(literal))
                .containsExactly("18: enable must be a reference, env:NAME or file:PATH, and never the secret itself");
    }

    @Test
    void sudoAndTheUserOfEnableComeWithTheCredential() throws IOException {
        Path file = write(
                "inventory.yaml",
                GOOD.replace("enable: \"env:NET_ENABLE\"", "enable-username: manager, sudo: \"env:OPS_SUDO\""));

        InventoryDevice device = reader().read(List.of(file)).devices().get("edge-rtr1");

        assertThat(device.ssh().credential().enableUsername()).isEqualTo("manager");
        assertThat(device.ssh().credential().sudo()).isEqualTo(new SecretReference("env:OPS_SUDO"));
        assertThat(device.device().sudoPassword()).isTrue();
    }

    @Test
    void oldAlgorithmsOfSshAreAllowedUntilADay() throws IOException {
        Path marked = write("inventory.yaml", GOOD.replace("ssh: {", "ssh: {legacy-until: 2027-06-30, "));
        Path wrong = write("wrong.yaml", GOOD.replace("ssh: {", "ssh: {legacy-until: soon, "));

        assertThat(reader().read(List.of(marked))
                        .devices()
                        .get("edge-rtr1")
                        .ssh()
                        .legacyUntil())
                .isEqualTo(LocalDate.parse("2027-06-30"));
        assertThat(faults(wrong)).first().asString().contains("legacy-until is a date such as 2027-06-30, not soon");
    }

    @Test
    void aFileServersPasswordNamesItsHosts() throws IOException {
        String files = "  - {name: files, type: file-server, username: baton, password: \"env:FILES_PASSWORD\","
                + " hosts: [files.example.org]}\n";
        Path file = write("inventory.yaml", GOOD + files);
        Path everywhere = write("everywhere.yaml", GOOD + files.replace(", hosts: [files.example.org]", ""));

        assertThat(reader().read(List.of(file)).credentials())
                .containsEntry(
                        "files",
                        new Credential.FileServer(
                                "files",
                                "baton",
                                new SecretReference("env:FILES_PASSWORD"),
                                List.of("files.example.org")));
        assertThat(faults(everywhere)).singleElement().asString().contains("hosts is missing");
    }

    @Test
    void aTokenForHttpNamesItsHosts() throws IOException {
        String token =
                "  - {name: netbox, type: http-token, token: \"env:NETBOX_TOKEN\", hosts: [netbox.example.org]}\n";
        Path file = write("inventory.yaml", GOOD + token);
        Path everywhere = write("everywhere.yaml", GOOD + token.replace(", hosts: [netbox.example.org]", ""));

        assertThat(reader().read(List.of(file)).credentials())
                .containsEntry(
                        "netbox",
                        new Credential.HttpToken(
                                "netbox", new SecretReference("env:NETBOX_TOKEN"), List.of("netbox.example.org")));
        assertThat(faults(everywhere)).singleElement().asString().contains("hosts is missing");
    }

    @Test
    void everyFaultIsToldAtOnceWithFileLineAndReason() throws IOException {
        Path file = write("inventory.yaml", """
                sites: [{name: ams1, timezone: Mars/Olympus}]
                devices:
                  - {name: a, address: 192.0.2.1, platform: cisco_iso, snmp: {credential: ro}}
                  - {name: a, address: 192.0.2.2, platform: frr, snmp: {credential: ro}}
                  - {name: b, adress: 192.0.2.3, platform: frr, snmp: {credential: ro}}
                  - name: c
                    address: 192.0.2.4
                    platform: frr
                    site: ams7
                    criticality: urgent
                    depends-on: [nobody]
                    ssh: {port: 99999, credential: missing, host-key: "SHA256:short"}
                  - {name: "d;reboot", address: "x y", platform: linux}
                  - {name: e, address: 192.0.2.5, platform: linux, ssh: {credential: ro}}
                  - just-a-name
                credentials:
                  - {name: ro, type: snmp-community, community: sesame}
                  - {name: pw, type: telnet}
                  - {name: v3, type: snmp-v3, username: baton, auth: {protocol: ROT13, secret: "env:X"}}
                colour: blue
                """);

        List<String> faults = faults(file);

        assertThat(faults)
                .containsExactly(
                        "1: unknown timezone Mars/Olympus; write it as Europe/Amsterdam",
                        "3: unknown platform cisco_iso; known are arista_eos, cisco_ios, frr, linux",
                        "4: the name a is taken already",
                        "5: address is missing",
                        "5: unknown key adress; known here: name, address, platform, site, role, tags, criticality,"
                                + " redundancy-group, conflict-domain, depends-on, ssh, snmp",
                        "9: unknown site ams7; add it under sites",
                        "10: criticality is low, medium or high, not urgent",
                        "11: depends-on names an unknown device: nobody",
                        "12: port must be a number from 1 to 65535, not 99999",
                        "12: unknown credential missing; add it under credentials",
                        "12: host-key must be a fingerprint as `ssh-keygen -lf` shows it, SHA256: and 43 characters,"
                                + " not SHA256:short",
                        "13: a name takes letters, digits, dots, underscores and hyphens, at most 128, not d;reboot",
                        "13: address must be a host name or an IP address, not x y",
                        "13: a device needs ssh or snmp, or both",
                        "14: the credential ro must be of type ssh-password or ssh-key",
                        "14: ssh needs exactly one of host-key, known-hosts, ca",
                        "15: expected keys with values here",
                        "15: name is missing",
                        "15: address is missing",
                        "15: platform is missing",
                        "15: a device needs ssh or snmp, or both",
                        "17: community must be a reference, env:NAME or file:PATH, and never the secret itself",
                        "18: unknown type telnet; known are ssh-password, ssh-key, snmp-community, snmp-v3,"
                                + " http-token, file-server",
                        "19: unknown protocol ROT13; known are SHA-256, SHA-512, SHA-384, SHA-224, SHA, MD5",
                        "20: unknown key colour; known here: sites, credentials, devices, windows");
        assertThat(String.join("\n", faults)).doesNotContain("sesame");
    }

    @Test
    void aFileThatIsNoYamlIsRefusedWithItsLine() throws IOException {
        assertThat(faults(write("broken.yaml", "devices:\n  - {name: a\n")))
                .first()
                .asString()
                .startsWith("3: not readable as YAML");
        assertThat(faults(folder.resolve("absent.yaml"))).first().asString().startsWith("1: cannot be read");
        assertThat(faults(write("list.yaml", "- a\n"))).containsExactly("1: expected keys with values here");
    }

    @Test
    void filesMayReferToEachOther() throws IOException {
        int credentials = GOOD.indexOf("credentials:\n");
        Path devices = write("devices.yaml", GOOD.substring(0, credentials));
        Path secrets = write("secrets.yaml", GOOD.substring(credentials));

        assertThat(reader().read(List.of(devices, secrets)).devices()).hasSize(2);
        assertThatThrownBy(() -> reader().read(List.of(devices))).isInstanceOf(BadInventoryException.class);
    }

    @Test
    void aThousandDevicesAreReadWithinASecond() throws IOException {
        String devices = IntStream.range(0, 1_000)
                .mapToObj(number -> """
                          - name: sw-%04d
                            address: 192.0.2.1
                            platform: cisco_ios
                            site: ams1
                            role: access-switch
                            tags: [production, floor-%d]
                            ssh: {credential: net-admin, host-key: "%s"}
                            snmp: {credential: snmp-ro, version: 2c}
                        """.formatted(number, number % 40, PIN))
                .collect(Collectors.joining("", "", "credentials:\n"));
        Path file = write("large.yaml", GOOD.replace("credentials:\n", devices));
        Map<String, InventoryDevice> warmedUp = reader().read(List.of(file)).devices();

        Duration fastest = IntStream.range(0, 10)
                .mapToObj(round -> timeToRead(file))
                .min(Comparator.naturalOrder())
                .orElseThrow();

        assertThat(warmedUp).hasSize(1_002);
        assertThat(fastest).as("the fastest of ten").isLessThan(Duration.ofSeconds(1));
    }

    private static Duration timeToRead(Path file) {
        long start = System.nanoTime();
        reader().read(List.of(file));
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private List<String> faults(Path file) {
        BadInventoryException refusal =
                catchThrowableOfType(BadInventoryException.class, () -> reader().read(List.of(file)));
        assertThat(refusal.faults()).extracting(Fault::file).containsOnly(file.toString());
        return refusal.faults().stream()
                .map(fault -> fault.line() + ": " + fault.reason())
                .toList();
    }

    private static InventoryReader reader() {
        return new InventoryReader(FixedDialects.USUAL);
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }
}
