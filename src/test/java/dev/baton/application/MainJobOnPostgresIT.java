package dev.baton.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
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
            operator.waitFor(operator.firstRun("nightly-config-backup"), "COMPLETED");
            assertThat(operator.get("/backups/core-sw1").path("items")).isNotEmpty();
            patching = operator.firstRun("patch-hosts");

            Script approver = script(baton, "approver");
            String approval = approver.task(patching, "Approve patching");
            assertThat(operator.complete(approval, "approve").status()).isEqualTo(403);
            assertThat(script(baton, "auditor").complete(approval, "approve").status())
                    .isIn(403, 404);
            assertThat(approver.complete(approval, "approve").status()).isEqualTo(204);

            String review = operator.task(patching, "Review failed hosts");
            assertThat(operator.complete(review, "stop").status()).isEqualTo(204);
            operator.waitFor(patching, "COMPLETED");
        }
        try (FreshBaton baton = start(settings)) {
            Script auditor = script(baton, "auditor");
            assertThat(auditor.get("/runs?procedure=nightly-config-backup")
                            .path("total")
                            .asInt())
                    .as("the runs of the first start and no more")
                    .isEqualTo(2);
            assertThat(auditor.get("/runs?procedure=patch-hosts").path("total").asInt())
                    .isOne();
            assertThat(auditor.get("/runs/" + patching).at("/outcome/name").asText())
                    .isEqualTo("Patching stopped");
            assertThat(auditor.get("/runs/" + patching).path("steps").findValuesAsText("actor"))
                    .contains("approver", "operator");
            assertThat(auditor.get("/runs/" + patching + "/actions?state=SUCCEEDED")
                            .path("total")
                            .asInt())
                    .isPositive();
            assertThat(auditor.get("/runs/" + patching + "/actions?device=db-01&state=SUCCEEDED&size=50")
                            .findValuesAsText("command"))
                    .as("what reached a host whose login is not root")
                    .anyMatch(text -> text.contains("sudo -n env LC_ALL=C DEBIAN_FRONTEND=noninteractive"))
                    .anyMatch(text -> text.contains("sudo -n systemctl reboot"));
            assertThat(auditor.get("/runs/" + patching + "/actions?device=web-02")
                            .findValuesAsText("delegate"))
                    .as("what reached the host that was held")
                    .doesNotContain("applyPatches");
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
}
