package dev.baton.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The main job with the profile for production, and what is left of it after a restart. */
@Timeout(value = 8, unit = TimeUnit.MINUTES)
class MainJobOnPostgresIT {

    @TempDir
    private Path folder;

    @Test
    void hostsAreBackedUpAndPatchedAndTheRecordOutlivesARestart() throws Exception {
        Map<String, String> settings = settings(TestDatabase.emptyPostgres());
        String patching;
        try (FreshBaton baton = start(settings)) {
            Script operator = script(baton, "operator");
            await("the backup")
                    .atMost(Duration.ofMinutes(2))
                    .until(() -> state(operator, "nightly-config-backup").equals("COMPLETED"));
            assertThat(operator.get("/backups/core-sw1").path("items")).isNotEmpty();
            patching = newest(operator, "patch-hosts").path("reference").asText();

            Script approver = script(baton, "approver");
            String approval = task(approver, patching, "Approve patching");
            assertThat(complete(operator, approval, "approve").status()).isEqualTo(403);
            assertThat(complete(script(baton, "auditor"), approval, "approve").status())
                    .isIn(403, 404);
            assertThat(complete(approver, approval, "approve").status()).isEqualTo(204);

            String review = task(operator, patching, "Review failed hosts");
            assertThat(complete(operator, review, "stop").status()).isEqualTo(204);
            await("the end")
                    .atMost(Duration.ofMinutes(2))
                    .until(() -> !state(operator, "patch-hosts").matches("RUNNING|WAITING"));
        }
        try (FreshBaton baton = start(settings)) {
            Script auditor = script(baton, "auditor");
            assertThat(auditor.get("/runs").path("total").asInt()).isEqualTo(2);
            assertThat(auditor.get("/runs/" + patching).path("steps").findValuesAsText("actor"))
                    .contains("approver", "operator");
            assertThat(auditor.get("/runs/" + patching + "/actions?state=SUCCEEDED")
                            .path("total")
                            .asInt())
                    .isPositive();
        }
    }

    private FreshBaton start(Map<String, String> settings) throws IOException {
        return new FreshBaton(folder, Path.of("target", "postgres-baton.log"), settings);
    }

    private static Map<String, String> settings(DataSource database) throws SQLException {
        try (var connection = database.getConnection()) {
            return Map.of(
                    "SPRING_PROFILES_ACTIVE", "postgresql",
                    "BATON_DB_URL", connection.getMetaData().getURL(),
                    "BATON_DB_USER", "postgres",
                    "BATON_DB_PASSWORD", "");
        }
    }

    private static Script script(FreshBaton baton, String person) throws IOException {
        return new Script(
                baton.address(), person, String.valueOf(baton.passwords().get(person)));
    }

    private static JsonNode newest(Script script, String procedure) {
        return script.get("/runs?procedure=" + procedure).at("/items/0");
    }

    private static String state(Script script, String procedure) {
        return newest(script, procedure).path("state").asText();
    }

    /** The id of an open task, as a person sees it who may decide it. */
    private static String task(Script script, String run, String name) {
        return await(name)
                .atMost(Duration.ofMinutes(2))
                .until(
                        () -> StreamSupport.stream(
                                        script.get("/tasks?run=" + run)
                                                .path("items")
                                                .spliterator(),
                                        false)
                                .filter(task -> task.path("name").asText().equals(name))
                                .map(task -> task.path("id").asText())
                                .findFirst()
                                .orElse(""),
                        id -> !id.isEmpty());
    }

    private static Script.Answer complete(Script script, String task, String decision) {
        script.post("/tasks/" + task + "/claim", "");
        return script.post(
                "/tasks/" + task + "/complete",
                "{\"variables\": {\"decision\": \"%s\", \"reason\": \"as agreed\"}}".formatted(decision));
    }
}
