package dev.baton.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What scripts rely on: the calls are there, described, and answer in the promised shape. */
@RunningApplication
class ApplicationApiIT {

    @LocalServerPort
    private int port;

    private Script auditor;

    @BeforeEach
    void signIn() throws IOException {
        auditor = Script.of("auditor", port);
    }

    @Test
    void everyPromisedCallIsDescribed() {
        JsonNode paths = auditor.openApi().path("paths");
        List<String> calls = new ArrayList<>();
        paths.fields()
                .forEachRemaining(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(method -> calls.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));

        assertThat(calls)
                .contains(
                        "GET /api/v1/devices",
                        "GET /api/v1/devices/{name}",
                        "POST /api/v1/inventory/reload",
                        "GET /api/v1/procedures",
                        "GET /api/v1/procedures/{key}",
                        "POST /api/v1/procedures",
                        "POST /api/v1/procedures/check",
                        "POST /api/v1/runs",
                        "GET /api/v1/runs",
                        "GET /api/v1/runs/{reference}",
                        "GET /api/v1/runs/{reference}/actions",
                        "GET /api/v1/actions/{id}/transcript",
                        "POST /api/v1/runs/{reference}/cancel",
                        "POST /api/v1/runs/{reference}/retry",
                        "POST /api/v1/runs/{reference}/actions/{id}/decide",
                        "GET /api/v1/tasks",
                        "POST /api/v1/tasks/{id}/claim",
                        "POST /api/v1/tasks/{id}/complete",
                        "GET /api/v1/findings",
                        "GET /api/v1/activities",
                        "GET /api/v1/nodes",
                        "GET /api/v1/breakers",
                        "GET /api/v1/quarantine",
                        "POST /api/v1/quarantine/lift",
                        "GET /api/v1/backups/{device}",
                        "GET /api/v1/backups/{device}/{version}",
                        "GET /api/v1/backups/{device}/diff");
    }

    @Test
    void aProcedureIsOneDocumentWithItsVersions() {
        JsonNode procedure = auditor.get("/procedures/patch-hosts");

        assertThat(procedure.path("key").asText()).isEqualTo("patch-hosts");
        assertThat(procedure.path("name").asText()).isEqualTo("Host patching");
        assertThat(procedure.path("state").asText()).isEqualTo("CURRENT");
        assertThat(procedure.path("version").asInt())
                .isEqualTo(procedure.path("versions").size());
        assertThat(procedure.path("groups").toString()).contains("changeApprovers", "operators");
    }

    @Test
    void whatOneActChangedStandsTogether() {
        assertThat(auditor.get("/activities?size=1000").path("items"))
                .filteredOn(act -> act.path("what").asText().equals("group membership"))
                .isNotEmpty()
                .allSatisfy(act -> assertThat(act.path("changes").findValuesAsText("property"))
                        .contains("groupId", "userId"));
    }

    @Test
    void theNodeSaysThatItTakesSteps() {
        assertThat(auditor.get("/nodes").path("items"))
                .singleElement()
                .satisfies(node -> assertThat(node.path("state").asText()).isEqualTo("RUNNING"));
    }

    @Test
    void onlyAdministratorsLiftAQuarantineAndOnlyOneThatThereIs() throws IOException {
        String reason = "{\"reason\": \"looked at\"}";

        assertThat(Script.of("operator", port).post("/quarantine/lift", reason).status())
                .isEqualTo(403);
        assertThat(Script.of("admin", port).post("/quarantine/lift", reason).status())
                .isEqualTo(409);
    }

    @Test
    void everyListHasItemsATotalAndItsPages() {
        for (String list : List.of(
                "devices",
                "procedures",
                "runs",
                "tasks",
                "findings",
                "activities",
                "nodes",
                "breakers",
                "backups/core-sw1")) {
            JsonNode page = auditor.get("/" + list + "?size=1");

            assertThat(page.path("items").isArray()).as(list).isTrue();
            assertThat(page.path("items").size()).as(list).isLessThanOrEqualTo(1);
            assertThat(page.path("total").isInt()).as(list).isTrue();
            assertThat(page.has("next")).as(list).isTrue();
        }
    }
}
