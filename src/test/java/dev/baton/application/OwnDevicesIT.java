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
    static final OpenSshServer HOST = new OpenSshServer();

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
            assertThat(ada.get("/findings?device=stranger").path("total").asInt())
                    .isEqualTo(1);
        }
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
        Path users = Files.writeString(
                folder.resolve("users.yaml"),
                "users: [{name: ada, groups: [operators, networkTeam], password: \"env:ADA_PASSWORD\"}]\n");
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
