package dev.baton.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.inventory.Credential;
import dev.baton.inventory.HostTrust;
import dev.baton.inventory.InventoryDevice;
import dev.baton.testing.FrrRouter;
import dev.baton.testing.OpenSshServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Baton without its lab: an inventory and users of one's own, a Debian host behind OpenSSH and a router of FRRouting. */
@Timeout(value = 6, unit = TimeUnit.MINUTES)
class OwnDevicesIT {

    @RegisterExtension
    static final FrrRouter ROUTER = new FrrRouter();

    @RegisterExtension
    static final OpenSshServer HOST = new OpenSshServer("LogLevel DEBUG1");

    @TempDir
    private Path folder;

    @Test
    void realDevicesAreBackedUpAndADiffShowsTheChangeAndAStrangerIsRefused() throws Exception {
        String password = UUID.randomUUID().toString();
        try (FreshBaton baton = new FreshBaton(folder, Path.of("target", "own-devices.log"), settings(password))) {
            Script ada = new Script(baton.address(), "ada", password);
            assertThat(ada.get("/devices").path("total").asInt()).isEqualTo(3);

            JsonNode first = backUp(ada, "edge1, host1");
            assertThat(first.at("/outcome/name").asText()).isEqualTo("All backed up");
            assertThat(ada.text("/backups/host1/1")).contains("/etc/os-release", "debian");

            ROUTER.configure("router bgp 64512", "neighbor 192.0.2.9 remote-as 64519");
            backUp(ada, "edge1, host1");
            assertThat(changes(ada.text("/backups/edge1/diff?from=1&to=2")))
                    .containsExactly("+ neighbor 192.0.2.9 remote-as 64519");

            JsonNode refused = backUp(ada, "stranger");
            assertThat(refused.path("state").asText()).isEqualTo("WAITING");
            JsonNode action = ada.get("/runs/" + refused.path("reference").asText() + "/actions")
                    .at("/items/0");
            assertThat(action.path("error").asText()).isEqualTo("HOST_KEY_MISMATCH");
            assertThat(action.path("message").asText()).contains(HOST.pin().fingerprint(), strangersPin());
            assertThat(ada.get("/findings?device=stranger&kind=backup-failed")
                            .path("total")
                            .asInt())
                    .isEqualTo(1);
            aChangedHostKeyIsTrustedAgainWhenAnotherPersonApproves(ada, baton.address(), password);
        }
    }

    private void aChangedHostKeyIsTrustedAgainWhenAnotherPersonApproves(Script ada, String address, String password)
            throws Exception {
        Script grace = new Script(address, "grace", password);
        Script bob = new Script(address, "bob", password);
        String before = HOST.pin().fingerprint();
        HOST.changeHostKeys();
        String after = HOST.pin().fingerprint();

        JsonNode refused = backUp(grace, "edge1, host1");

        assertThat(ada.get("/runs/" + refused.path("reference").asText() + "/actions?state=SUCCEEDED")
                        .at("/items/0/device")
                        .asText())
                .isEqualTo("edge1");
        JsonNode finding = ada.get("/findings?device=host1&kind=host-key-changed&state=OPEN");
        assertThat(finding.path("total").asInt()).isEqualTo(1);
        assertThat(finding.at("/items/0/message").asText()).contains(before, after);
        String review = reviewOf(ada, "host1");
        assertThat(grace.complete(bob.task(review, "Review host key"), "approve")
                        .status())
                .as("grace asked for the run that met the key")
                .isEqualTo(403);
        assertThat(bob.complete(bob.task(review, "Review host key"), "reject").status())
                .isLessThan(300);
        ada.waitFor(review, "COMPLETED");

        backUp(grace, "host1");

        assertThat(ada.get("/findings?device=host1&kind=host-key-changed&state=OPEN")
                        .path("total")
                        .asInt())
                .isEqualTo(1);
        assertThat(reviewOf(ada, "host1")).isEqualTo(review);
        assertThat(HOST.log()).contains("SSH2_MSG_NEWKEYS").doesNotContain("userauth-request");

        String again = ada.post("/runs", """
                {"procedure": "host-key-review", "targets": "host1", "reason": "it was reinstalled, CHG-7"}
                """).body().path("reference").asText();
        assertThat(bob.complete(bob.task(again, "Review host key"), "approve").status())
                .isLessThan(300);
        ada.waitFor(again, "COMPLETED");
        assertThat(ada.get("/runs/" + again).at("/outcome/name").asText()).isEqualTo("Key pinned");

        assertThat(backUp(ada, "host1").at("/outcome/name").asText()).isEqualTo("All backed up");
        assertThat(ada.get("/findings?device=host1&kind=host-key-changed&state=OPEN")
                        .path("total")
                        .asInt())
                .isZero();
        assertThat(HOST.log()).contains("userauth-request");
        JsonNode hostKey = ada.get("/devices/host1").path("hostKey");
        assertThat(hostKey.path("trusted").asText()).isEqualTo(after);
        assertThat(hostKey.at("/approval/by").asText()).isEqualTo("bob");
        assertThat(hostKey.at("/approval/run").asText()).isEqualTo(again);
    }

    /** The reference of the last review of a device. */
    private static String reviewOf(Script script, String device) {
        return StreamSupport.stream(
                        script.get("/runs?procedure=host-key-review")
                                .path("items")
                                .spliterator(),
                        false)
                .map(run -> run.path("reference").asText())
                .filter(run -> script.get("/runs/" + run).toString().contains(device))
                .findFirst()
                .orElse("");
    }

    private JsonNode backUp(Script script, String targets) {
        Script.Answer started = script.post("/runs", """
                {"procedure": "nightly-config-backup", "targets": "%s", "reason": "a look at real devices"}
                """.formatted(targets));
        assertThat(started.status()).as("%s", started.body()).isEqualTo(201);
        String path = "/runs/" + started.body().path("reference").asText();
        return await(targets)
                .atMost(Duration.ofMinutes(1))
                .until(
                        () -> script.get(path),
                        run -> !run.path("state").asText().equals("RUNNING"));
    }

    private static List<String> changes(String diff) {
        return diff.lines().filter(line -> line.matches("[+-](?![+-]{2}).*")).toList();
    }

    private Map<String, String> settings(String password) throws IOException {
        Path users = Files.writeString(folder.resolve("users.yaml"), """
                users:
                  - {name: ada, groups: [operators, networkTeam], password: "env:ADA_PASSWORD"}
                  - {name: grace, groups: [operators, changeApprovers], password: "env:ADA_PASSWORD"}
                  - {name: bob, groups: [changeApprovers], password: "env:ADA_PASSWORD"}
                """);
        InventoryDevice router = ROUTER.device();
        Path inventory = Files.write(
                folder.resolve("inventory.yaml"),
                List.of(
                        "devices:",
                        device("edge1", "frr", router.ssh().port(), router.ssh().hostTrust(), "router"),
                        device("host1", "linux", HOST.port(), HOST.pin(), "host"),
                        device("stranger", "linux", HOST.port(), new HostTrust.Pin(strangersPin()), "host"),
                        "credentials:",
                        credential("router", router.ssh().credential()),
                        credential("host", HOST.credential())));
        return Map.of(
                "BATON_INVENTORY",
                inventory.toString(),
                "BATON_IDENTITY_USERS",
                users.toString(),
                "BATON_LAB_ENABLED",
                "false",
                "ADA_PASSWORD",
                password);
    }

    /** The fingerprint of another key than the host has. */
    private static String strangersPin() {
        return HOST.pin("user").fingerprint();
    }

    private static String device(String name, String platform, int port, HostTrust trust, String credential) {
        return "  - {name: %s, address: 127.0.0.1, platform: %s, ssh: {port: %d, credential: %s, host-key: \"%s\"}}"
                .formatted(name, platform, port, credential, ((HostTrust.Pin) trust).fingerprint());
    }

    private static String credential(String name, Credential credential) {
        Credential.SshKey key = (Credential.SshKey) credential;
        return "  - {name: %s, type: ssh-key, username: %s, private-key: \"%s\"}"
                .formatted(name, key.username(), key.privateKey().uri());
    }
}
