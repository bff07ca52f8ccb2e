package dev.baton.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.application.FreshBaton;
import dev.baton.application.Script;
import dev.baton.testing.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;

/** What an operator decides about a host that breaks in the lab, and what becomes of the host that is held meanwhile. */
@Timeout(value = 12, unit = TimeUnit.MINUTES)
class HeldHostsIT {

    private static final Path PICTURES = Path.of("target", "screenshots");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"continue, Continue:, Partly patched", "stop, Stop:, Patching stopped"})
    void theHeldHostWaitsForTheDecision(String decision, String choice, String end) throws IOException {
        Programs.require(Browser.CHROMIUM, Browser.DRIVER);
        try (FreshBaton baton = new FreshBaton(
                Files.createDirectory(folder.resolve("baton")), Path.of("target", "held-" + decision + ".log"))) {
            String address = baton.address();
            Map<String, String> passwords = baton.passwords();
            Script operator = new Script(address, "operator", passwords.get("operator"));
            String run = operator.firstRun("patch-hosts");
            approve(operator, new Script(address, "approver", passwords.get("approver")), run);
            operator.waitForTask(run, "Review failed hosts");
            assertThat(patched(operator, run, "web-02")).isEmpty();

            try (Browser browser = new Browser(address, folder.resolve("chromium"), PICTURES)) {
                browser.signIn("operator", passwords.get("operator"));
                Tasklist tasklist = new Tasklist(browser);
                assertThat(tasklist.claim(tasklist(task(operator, run)))).contains("1 host failed, 1 host held");
                tasklist.fill(choice, "The host needs more work.");
                tasklist.complete();
                operator.waitFor(run, "COMPLETED");
                browser.open("/runs/" + run);
                browser.see(By.tagName("h1"));
                browser.picture("run-" + decision);
                assertThat(browser.text().contains("never started")).isEqualTo(decision.equals("stop"));
            }

            assertThat(operator.get("/runs/" + run).at("/outcome/name").asText())
                    .isEqualTo(end);
            assertThat(patched(operator, run, "web-02").isEmpty()).isEqualTo(decision.equals("stop"));
        }
    }

    private static void approve(Script operator, Script approver, String run) {
        operator.waitForTask(run, "Approve patching");
        String task = task(approver, run);
        approver.post("/tasks/" + task + "/claim", "");
        Script.Answer done = approver.post(
                "/tasks/" + task + "/complete",
                "{\"variables\": {\"decision\": \"approve\", \"reason\": \"as expected\"}}");
        assertThat(done.status()).isLessThan(300);
    }

    private static String task(Script person, String run) {
        for (JsonNode task : person.get("/tasks").path("items")) {
            if (task.path("run").asText().equals(run)) {
                return task.path("id").asText();
            }
        }
        throw new AssertionError("no task of " + run);
    }

    private static String tasklist(String task) {
        return "/camunda/app/tasklist/default/#/?task=" + task;
    }

    private static List<JsonNode> patched(Script operator, String run, String device) {
        JsonNode actions = operator.get("/runs/" + run + "/actions?device=" + device + "&size=100");
        return StreamSupport.stream(actions.path("items").spliterator(), false)
                .filter(action -> action.path("delegate").asText().equals("applyPatches"))
                .toList();
    }
}
